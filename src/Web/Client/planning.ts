// A slider over the bands of the furthest run. Each of its places has a sentence, which the server made; the script shows the one that it stands at.
import { chartData } from "./chartData";

interface Place {
  tone: string;
  words: string;
}

export function planBySliding(): void {
  const slider = document.querySelector<HTMLInputElement>("input[data-slide]");
  const said = document.querySelector<HTMLElement>("[data-said]");
  if (slider === null || said === null) {
    return;
  }

  const places = chartData<Place[]>(slider, "slide");
  const hint = said.textContent;
  slider.hidden = false;
  said.hidden = false;
  document.querySelector<HTMLElement>("[data-ask]")?.setAttribute("hidden", "");
  slider.addEventListener("input", () => {
    const place = places[slider.valueAsNumber - 1];
    said.textContent = place?.words ?? hint;
    said.dataset["said"] = place?.tone ?? "";
    slider.setAttribute("aria-valuetext", said.textContent);
    document.querySelector("[data-planned]")?.remove();
  });
}
