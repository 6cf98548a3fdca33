// The weeks of load: bars by ground, knee-km as a line, pain as diamonds, a spike as a flag on its week.
import { init, use, type EChartsCoreOption, type EChartsType } from "echarts/core";
import { BarChart, LineChart, ScatterChart, type BarSeriesOption, type LineSeriesOption, type ScatterSeriesOption } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { chartData, colour, drawInTheme } from "./chartData";

use([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

interface WeekBar {
  label: string;
  span: string;
  distance: string;
  hard: number;
  soft: number;
  unknown: number;
  kneeKilometres: number;
  pain: number | null;
  spike: string | null;
}

interface WeeksChart {
  distanceUnit: string;
  surfaceKnown: boolean;
  weeks: WeekBar[];
}

const element = document.getElementById("weeks-chart");
if (element !== null) {
  const data = chartData<WeeksChart>(element);
  let chart: EChartsType | undefined;
  drawInTheme(() => {
    chart?.dispose();
    chart = init(element, undefined, { renderer: "svg" });
    chart.setOption(options(data));
  });
  new ResizeObserver(() => chart?.resize()).observe(element);
}

function options(data: WeeksChart): EChartsCoreOption {
  const { weeks } = data;
  const ink = colour("ink-soft");
  const text = { color: ink, fontFamily: "Inter, system-ui, sans-serif", fontSize: 12 };
  const scale = scaleFor(Math.max(1, ...weeks.map(height), ...weeks.map((week) => week.kneeKilometres * kneePerUnit(data))));
  return {
    animationDuration: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300,
    textStyle: text,
    grid: { left: 4, right: 4, top: 56, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      backgroundColor: "transparent",
      borderWidth: 0,
      padding: 0,
      extraCssText: "",
      axisPointer: { type: "shadow", shadowStyle: { color: ink, opacity: 0.08 } },
      formatter: (points: { dataIndex: number }[]) => tip(weeks[points[0]?.dataIndex ?? 0], data),
    },
    xAxis: {
      type: "category",
      data: weeks.map((week) => week.label),
      axisLabel: { ...text, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("line") } },
    },
    yAxis: [
      {
        type: "value",
        name: data.distanceUnit,
        nameGap: 26,
        nameTextStyle: { ...text, align: "left" },
        ...scale,
        axisLabel: text,
        splitLine: { lineStyle: { color: colour("line") } },
      },
      {
        type: "value",
        name: "knee-km",
        nameGap: 26,
        nameTextStyle: { ...text, align: "right" },
        max: scale.max / kneePerUnit(data),
        interval: scale.interval / kneePerUnit(data),
        axisLabel: { ...text, formatter: (value: number) => value.toFixed(0) },
        splitLine: { show: false },
      },
    ],
    series: [...bars(data), line(weeks), ...marks(data, scale.max)],
  };
}

function bars(data: WeeksChart): BarSeriesOption[] {
  const bar = (name: string, tone: string, value: (week: WeekBar) => number, extra: object = {}): BarSeriesOption => ({
    name,
    type: "bar",
    stack: "distance",
    barMaxWidth: 44,
    itemStyle: { color: colour(tone), ...extra },
    emphasis: { disabled: true },
    data: data.weeks.map(value),
  });
  const dashes = { decal: { symbol: "rect", dashArrayX: [4, 4], dashArrayY: [3, 3], rotation: -Math.PI / 4, color: colour("card") } };
  const known = [bar("hard ground", "chart-hard", (week) => week.hard), bar("other ground", "chart-soft-ground", (week) => week.soft, dashes)];
  return [...(data.surfaceKnown ? known : []), bar("surface unknown", "chart-unknown", (week) => week.unknown)];
}

function line(weeks: WeekBar[]): LineSeriesOption {
  return {
    name: "knee-km",
    type: "line",
    yAxisIndex: 1,
    symbol: "circle",
    symbolSize: 6,
    lineStyle: { color: colour("chart-line"), width: 2.5 },
    itemStyle: { color: colour("chart-line") },
    emphasis: { disabled: true },
    // A week that has just begun is no drop to nothing.
    data: weeks.map((week, index) => (index === weeks.length - 1 && week.kneeKilometres === 0 ? null : week.kneeKilometres)),
  };
}

function marks(data: WeeksChart, top: number): ScatterSeriesOption[] {
  const label = { show: true, fontSize: 11, fontWeight: 650 };
  const inside = { ...label, position: "inside", color: colour("card") };
  const flag = { ...label, fontSize: 12, position: "top", color: colour("ink"), backgroundColor: colour("card"), borderRadius: 4, padding: [2, 4] };
  const pain = data.weeks.map((week) => (week.pain === null || week.pain === 0 ? null : { value: top, label: { ...inside, formatter: String(week.pain) } }));
  const spike = data.weeks.map((week) =>
    week.spike === null ? null : { value: Math.max(height(week), week.kneeKilometres * kneePerUnit(data)), label: { ...flag, formatter: `\u2691 ${week.spike}` } });
  return [
    { name: "worst pain", type: "scatter", symbol: "diamond", symbolSize: 24, itemStyle: { color: colour("chart-pain") }, data: pain, z: 5, clip: false },
    { name: "beyond longest", type: "scatter", symbol: "circle", symbolSize: 1, itemStyle: { color: "transparent" }, data: spike, z: 6, clip: false },
  ] as ScatterSeriesOption[];
}

// Built as elements, not as markup: names and numbers can never become tags, and no inline style is needed.
function tip(week: WeekBar | undefined, data: WeeksChart): HTMLElement | string {
  if (week === undefined) {
    return "";
  }
  const box = document.createElement("div");
  box.className = "tip";
  const add = (textContent: string, tag = "span"): void => {
    box.append(Object.assign(document.createElement(tag), { textContent }));
  };
  add(week.span, "strong");
  add(week.distance);
  if (data.surfaceKnown) {
    add(`hard ${week.hard.toFixed(1)}, other ${week.soft.toFixed(1)}, unknown ${week.unknown.toFixed(1)} ${data.distanceUnit}`);
  }
  add(`${week.kneeKilometres.toFixed(1)} knee-km`);
  if (week.pain !== null) {
    add(`worst pain ${week.pain} of 10`);
  }
  if (week.spike !== null) {
    add(`one run ${week.spike} beyond your longest`);
  }
  return box;
}

/** Length of a week's bar, in the unit of the axis. */
function height(week: WeekBar): number {
  return week.hard + week.soft + week.unknown;
}

/** One knee-km beside one kilometre, whatever the unit of the bars. */
function kneePerUnit(data: WeeksChart): number {
  return data.distanceUnit === "mi" ? 1 / 1.609344 : 1;
}

/** An axis of at most six round steps with room for the marks above the highest value. */
function scaleFor(value: number): { max: number; interval: number } {
  const power = 10 ** Math.floor(Math.log10(value));
  const interval = [0.2, 0.5, 1, 2].map((step) => step * power).find((step) => value * 1.1 <= 6 * step) ?? 2 * power;
  return { max: Math.ceil((value * 1.1) / interval) * interval, interval };
}
