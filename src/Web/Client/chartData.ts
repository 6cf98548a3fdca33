/** Reads the JSON island that an element names in one of its data attributes. */
export function chartData<T>(element: HTMLElement, attribute = "chart"): T {
  const island = document.getElementById(element.dataset[attribute] ?? "");
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
