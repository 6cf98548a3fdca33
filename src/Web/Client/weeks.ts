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
  hard: number;
  soft: number;
  unknown: number;
  kneeLoad: number;
  pain: number | null;
  spike: string | null;
  tip: string[];
}

interface WeeksChart {
  distanceUnit: string;
  kneeLoadUnit: string;
  surfaceKnown: boolean;
  names: { hard: string; soft: string; unknown: string; pain: string; jump: string };
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
  const scale = scaleFor(Math.max(1, ...weeks.map(height), ...weeks.map((week) => week.kneeLoad)));
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
      formatter: (points: { dataIndex: number }[]) => tip(weeks[points[0]?.dataIndex ?? 0]),
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
        name: data.kneeLoadUnit,
        nameGap: 26,
        nameTextStyle: { ...text, align: "right" },
        max: scale.max,
        interval: scale.interval,
        axisLabel: { ...text, formatter: (value: number) => value.toFixed(0) },
        splitLine: { show: false },
      },
    ],
    series: [...bars(data), line(data), ...marks(data, scale.max)],
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
  const known = [bar(data.names.hard, "chart-hard", (week) => week.hard), bar(data.names.soft, "chart-soft-ground", (week) => week.soft, dashes)];
  return [...(data.surfaceKnown ? known : []), bar(data.names.unknown, "chart-unknown", (week) => week.unknown)];
}

function line(data: WeeksChart): LineSeriesOption {
  const { weeks } = data;
  return {
    name: data.kneeLoadUnit,
    type: "line",
    yAxisIndex: 1,
    symbol: "circle",
    symbolSize: 6,
    lineStyle: { color: colour("chart-line"), width: 2.5 },
    itemStyle: { color: colour("chart-line") },
    emphasis: { disabled: true },
    // A week that has just begun is no drop to nothing.
    data: weeks.map((week, index) => (index === weeks.length - 1 && week.kneeLoad === 0 ? null : week.kneeLoad)),
  };
}

function marks(data: WeeksChart, top: number): ScatterSeriesOption[] {
  const label = { show: true, fontSize: 11, fontWeight: 650 };
  const inside = { ...label, position: "inside", color: colour("card") };
  const flag = { ...label, fontSize: 12, position: "top", color: colour("ink"), backgroundColor: colour("card"), borderRadius: 4, padding: [2, 4] };
  const pain = data.weeks.map((week) => (week.pain === null || week.pain === 0 ? null : { value: top, label: { ...inside, formatter: String(week.pain) } }));
  const spike = data.weeks.map((week) =>
    week.spike === null ? null : { value: Math.max(height(week), week.kneeLoad), label: { ...flag, formatter: `\u2691 ${week.spike}` } });
  return [
    { name: data.names.pain, type: "scatter", symbol: "diamond", symbolSize: 24, itemStyle: { color: colour("chart-pain") }, data: pain, z: 5, clip: false },
    { name: data.names.jump, type: "scatter", symbol: "circle", symbolSize: 1, itemStyle: { color: "transparent" }, data: spike, z: 6, clip: false },
  ] as ScatterSeriesOption[];
}

// Built as elements, not as markup: names and numbers can never become tags, and no inline style is needed.
function tip(week: WeekBar | undefined): HTMLElement | string {
  if (week === undefined) {
    return "";
  }
  const box = document.createElement("div");
  box.className = "tip";
  const add = (textContent: string, tag = "span"): void => {
    box.append(Object.assign(document.createElement(tag), { textContent }));
  };
  add(week.span, "strong");
  week.tip.forEach((line) => add(line));
  return box;
}

/** Length of a week's bar, in the unit of the axis. */
function height(week: WeekBar): number {
  return week.hard + week.soft + week.unknown;
}

/** An axis of at most six round steps with room for the marks above the highest value. */
function scaleFor(value: number): { max: number; interval: number } {
  const power = 10 ** Math.floor(Math.log10(value));
  const interval = [0.2, 0.5, 1, 2].map((step) => step * power).find((step) => value * 1.1 <= 6 * step) ?? 2 * power;
  return { max: Math.ceil((value * 1.1) / interval) * interval, interval };
}
