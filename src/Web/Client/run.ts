// The traces of a run over distance: pace with the fast end up, altitude, cadence, heart rate. One cursor for all.
import uPlot from "uplot";
import { colour, drawInTheme } from "./chartData";

interface Traces {
  axisUnit: string;
  distanceUnit: string;
  heightUnit: string;
  axis: number[];
  pace: (number | null)[] | null;
  altitude: (number | null)[] | null;
  cadence: (number | null)[] | null;
  heartRate: (number | null)[] | null;
}

interface Panel {
  label: string;
  unit: string;
  tone: string;
  values: (number | null)[];
  reversed?: boolean;
  filled?: boolean;
  show: (value: number) => string;
}

const height = 150;
const host = document.querySelector<HTMLElement>("[data-traces]");

if (host !== null) {
  const reply = await fetch(host.dataset["traces"] ?? "", { headers: { Accept: "application/json" } });
  if (reply.ok) {
    const traces = (await reply.json()) as Traces;
    let plots: uPlot[] = [];
    drawInTheme(() => {
      plots.forEach((plot) => plot.destroy());
      host.replaceChildren();
      plots = panels(traces).map((panel) => draw(host, traces, panel));
    });
    new ResizeObserver(() => plots.forEach((plot) => plot.setSize({ width: host.clientWidth, height }))).observe(host);
  }
}

function panels(traces: Traces): Panel[] {
  const whole = (value: number): string => value.toFixed(0);
  const all: (Panel | null)[] = [
    traces.pace && { label: "Pace", unit: `/${traces.distanceUnit}`, tone: "chart-hard", values: traces.pace, reversed: true, show: clock },
    traces.altitude && { label: "Altitude", unit: traces.heightUnit, tone: "unknown", values: traces.altitude, filled: true, show: whole },
    traces.cadence && { label: "Cadence", unit: "steps/min", tone: "chart-line", values: traces.cadence, show: whole },
    traces.heartRate && { label: "Heart rate", unit: "beats/min", tone: "chart-pain", values: traces.heartRate, show: whole },
  ];
  return all.filter((panel): panel is Panel => panel !== null);
}

function draw(host: HTMLElement, traces: Traces, panel: Panel): uPlot {
  const ink = colour("ink-soft");
  const grid = { stroke: colour("line"), width: 1 };
  const font = "12px Inter, system-ui, sans-serif";
  const stroke = colour(panel.tone);
  const axis = { stroke: ink, grid, ticks: grid, font };
  const frame = document.createElement("div");
  frame.className = "trace";
  host.append(frame);
  return new uPlot(
    {
      width: host.clientWidth,
      height,
      cursor: { sync: { key: "run" }, drag: { x: true, y: false } },
      scales: { x: { time: false }, y: panel.reversed === true ? { dir: -1, range: paceRange } : {} },
      series: [
        { label: traces.axisUnit, value: (_, value) => (value === null ? "" : value.toFixed(2)) },
        {
          label: `${panel.label}, ${panel.unit}`,
          stroke,
          width: 1.75,
          spanGaps: false,
          points: { show: false },
          value: (_, value) => (value === null ? "" : panel.show(value)),
          ...(panel.filled === true ? { fill: colour("unknown-soft") } : {}),
        },
      ],
      axes: [axis, { ...axis, size: 56, values: (_, splits) => splits.map((split) => panel.show(split)) }],
    },
    [traces.axis, panel.values],
    frame,
  );
}

// Standing still is no pace: the axis ends at twice the median, so that the running part fills it.
function paceRange(plot: uPlot, low: number | null, high: number | null): [number, number] {
  const values = (plot.data[1] ?? []).filter((value): value is number => value != null).sort((left, right) => left - right);
  const median = values[Math.floor(values.length / 2)] ?? 300;
  return [Math.max(low ?? median, median / 2) * 0.97, Math.min(high ?? median, median * 1.6) * 1.03];
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
