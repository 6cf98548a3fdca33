// The traces of a run over distance: pace with the fast end up, altitude, cadence, heart rate. One cursor for all.
import uPlot from "uplot";
import { colour, drawInTheme } from "./chartData";

type Column = (number | null)[];

interface Traces {
  axisUnit: string;
  distanceUnit: string;
  heightUnit: string;
  names: { pace: string; altitude: string; cadence: string; cadenceUnit: string; heartRate: string; heartRateUnit: string; at: string };
  axis: number[];
  pace: Column | null;
  altitude: Column | null;
  cadence: Column | null;
  heartRate: Column | null;
}

interface Panel {
  label: string;
  unit: string;
  tone: string;
  values: Column;
  isPace?: boolean;
  filled?: boolean;
}

const height = 130;
const font = "12px Inter, system-ui, sans-serif";
const host = document.querySelector<HTMLElement>("[data-traces]");

if (host !== null) {
  const reply = await fetch(host.dataset["traces"] ?? "", { headers: { Accept: "application/json" } });
  if (reply.ok) {
    const traces = (await reply.json()) as Traces;
    let plots: uPlot[] = [];
    drawInTheme(() => {
      plots.forEach((plot) => plot.destroy());
      host.replaceChildren();
      plots = panels(traces).map((panel, index, all) => draw(host, traces, panel, index === all.length - 1));
    });
    new ResizeObserver(() => plots.forEach((plot) => plot.setSize({ width: host.clientWidth, height: plot.height }))).observe(host);
  }
}

function panels(traces: Traces): Panel[] {
  const { names } = traces;
  const panel = (values: Column | null, rest: Omit<Panel, "values">): Panel[] => (values === null ? [] : [{ values, ...rest }]);
  return [
    ...panel(traces.pace, { label: names.pace, unit: `/${traces.distanceUnit}`, tone: "chart-hard", isPace: true }),
    ...panel(traces.altitude, { label: names.altitude, unit: traces.heightUnit, tone: "unknown", filled: true }),
    ...panel(traces.cadence, { label: names.cadence, unit: names.cadenceUnit, tone: "chart-line" }),
    ...panel(traces.heartRate, { label: names.heartRate, unit: names.heartRateUnit, tone: "chart-pain" }),
  ];
}

function draw(host: HTMLElement, traces: Traces, panel: Panel, last: boolean): uPlot {
  const frame = document.createElement("div");
  const head = document.createElement("div");
  const value = document.createElement("span");
  frame.className = "trace";
  head.className = "trace-head";
  value.className = "soft figures";
  head.append(Object.assign(document.createElement("h3"), { textContent: `${panel.label}, ${panel.unit}` }), value);
  frame.append(head);
  host.append(frame);

  const show = panel.isPace === true ? clock : (number: number): string => number.toFixed(0);
  const grid = { stroke: colour("line"), width: 1 };
  const axis = { stroke: colour("ink-soft"), grid, ticks: { show: false }, font };
  return new uPlot(
    {
      width: host.clientWidth,
      height: height + (last ? 24 : 0),
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: "run" }, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: false }, y: panel.isPace === true ? { dir: -1, range: () => paceRange(panel.values) } : {} },
      series: [{}, { stroke: colour(panel.tone), width: 1.75, points: { show: false }, ...(panel.filled === true ? { fill: colour("unknown-soft") } : {}) }],
      axes: [
        last ? { ...axis, values: (_, splits) => splits.map((split) => `${split} ${traces.axisUnit}`) } : { ...axis, size: 0, values: () => [] },
        { ...axis, size: 48, values: (_, splits) => splits.map(show), ...(panel.isPace === true ? { incrs: [5, 10, 15, 30, 60, 120, 300, 600] } : {}) },
      ],
      hooks: {
        setCursor: [
          (plot) => {
            const at = plot.cursor.idx;
            const now = at == null ? null : panel.values[at];
            value.textContent = at == null || now == null
              ? ""
              : traces.names.at.replace("{value}", show(now)).replace("{place}", `${(traces.axis[at] ?? 0).toFixed(2)} ${traces.axisUnit}`);
          },
        ],
      },
    },
    [traces.axis, panel.values],
    frame,
  );
}

// A few steps at a stroll must not flatten the run: the axis spans all but the slowest and fastest few seconds of a hundred.
function paceRange(values: Column): [number, number] {
  const sorted = values.filter((value): value is number => value !== null).sort((left, right) => left - right);
  const low = sorted[Math.floor(sorted.length * 0.01)] ?? 240;
  const high = sorted[Math.floor(sorted.length * 0.96)] ?? 480;
  const margin = Math.max(10, (high - low) * 0.1);
  return [low - margin, high + margin];
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
