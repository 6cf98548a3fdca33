/** Reads the JSON island that a chart names. */
export function chartData<T>(chart: HTMLElement): T {
  const island = document.getElementById(chart.dataset["chart"] ?? "");
  return JSON.parse(island?.textContent ?? "null") as T;
}

/** The value of a custom property, so that charts wear the page's colours in light and dark. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Draws now and again whenever the system changes between light and dark. */
export function drawInTheme(draw: () => void): void {
  draw();
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
