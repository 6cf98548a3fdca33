// Draws a run on its own map: colour by surface, dashes for softer ground, dots where nobody knows. No tile, no label, no foreign request.
import { AttributionControl, LngLatBounds, Map as Drawing, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import type { LayerSpecification, MapLayerMouseEvent, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { colour } from "./chartData";

type Firmness = "hard" | "soft" | "unknown";

interface Part {
  surface: string;
  firmness: Firmness;
  line: [number, number][];
  name: string | null;
  words: string;
  link: string | null;
}

interface Road {
  kind: "road" | "street" | "path";
  line: [number, number][];
}

export interface Ground {
  attribution: string | null;
  parts: Part[];
  ways: Road[];
}

const surfaces = [
  "asphalt", "concrete", "paving", "cobble", "paved", "compacted", "gravel", "dirt", "grass", "sand", "wood", "track", "unpaved", "other",
  "treadmill", "unknown", "off-network",
];
const dashes: Record<Firmness, number[] | undefined> = { hard: undefined, soft: [2.2, 1.1], unknown: [0.6, 0.9] };

// Its name holds a hash of its content, see build.mjs.
declare const MAP_WORKER: string;
setWorkerUrl(new URL(MAP_WORKER, import.meta.url).href);

/** Draws the map into its place; false where there is nothing to draw, or nothing to draw with. */
export function draw(host: HTMLElement, ground: Ground): boolean {
  const bounds = new LngLatBounds();
  ground.parts.forEach((part) => part.line.forEach((place) => bounds.extend(place)));
  if (bounds.isEmpty() || document.createElement("canvas").getContext("webgl2") === null) {
    return false;
  }

  host.hidden = false;
  const drawing = new Drawing({
    container: host,
    style: style(ground),
    bounds,
    fitBoundsOptions: { padding: 32, maxZoom: 17 },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
  });
  drawing.touchZoomRotate.disableRotation();
  drawing.addControl(new NavigationControl({ showCompass: false }), "top-right");
  drawing.addControl(new AttributionControl({ compact: false, ...(ground.attribution === null ? {} : { customAttribution: ground.attribution }) }));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.setStyle(style(ground)));
  explain(host, drawing, ground);
  return true;
}

// Pointing shows the way; a tap keeps it open, with the link to its row.
function explain(host: HTMLElement, drawing: Drawing, ground: Ground): void {
  const hint = new Popup({ closeButton: false, closeOnClick: false, offset: 10, maxWidth: "18rem" });
  const kept = new Popup({ offset: 10, maxWidth: "18rem" });
  const say = (popup: Popup, event: MapLayerMouseEvent, linked: boolean): void => {
    const part = ground.parts[Number(event.features?.[0]?.properties["part"])];
    if (part !== undefined) {
      popup.setLngLat(event.lngLat).setDOMContent(words(host, part, linked)).addTo(drawing);
    }
  };
  drawing.on("mousemove", "touch", (event) => {
    drawing.getCanvas().style.cursor = "pointer";
    if (!kept.isOpen()) {
      say(hint, event, false);
    }
  });
  drawing.on("mouseleave", "touch", () => {
    drawing.getCanvas().style.cursor = "";
    hint.remove();
  });
  drawing.on("click", "touch", (event) => {
    hint.remove();
    say(kept, event, true);
  });
}

function words(host: HTMLElement, part: Part, linked: boolean): HTMLElement {
  const text = document.createElement("div");
  text.className = "tip";
  text.append(Object.assign(document.createElement("strong"), { textContent: part.name ?? host.dataset["noName"] ?? "" }));
  text.append(Object.assign(document.createElement("span"), { textContent: part.words }));
  if (linked && part.link !== null) {
    text.append(Object.assign(document.createElement("a"), { href: part.link, textContent: host.dataset["correct"] ?? "" }));
  }

  return text;
}

function style(ground: Ground): StyleSpecification {
  const firmnesses: Firmness[] = ["hard", "soft", "unknown"];
  return {
    version: 8,
    sources: {
      ways: lines(ground.ways.map(({ kind, line }) => ({ line, properties: { kind } }))),
      run: lines(ground.parts.map(({ surface, firmness, line }, part) => ({ line, properties: { part, surface, firmness } }))),
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour("sunken") } },
      layer("paths", "ways", ["==", ["get", "kind"], "path"], { "line-color": colour("map-way"), "line-width": width(0.6, 2.5), "line-dasharray": [3, 1.5] }),
      layer("streets", "ways", ["==", ["get", "kind"], "street"], { "line-color": colour("map-way"), "line-width": width(0.8, 8) }),
      layer("roads", "ways", ["==", ["get", "kind"], "road"], { "line-color": colour("map-way"), "line-width": width(1.6, 14) }),
      layer("casing", "run", null, { "line-color": colour("card"), "line-width": width(7, 17) }),
      ...firmnesses.map((firmness) => layer(`run-${firmness}`, "run", ["==", ["get", "firmness"], firmness], {
        "line-color": ["match", ["get", "surface"], ...surfaces.flatMap((surface) => [surface, colour(`surface-${surface}`)]), colour("surface-unknown")],
        "line-width": width(4.5, 11),
        ...(dashes[firmness] === undefined ? {} : { "line-dasharray": dashes[firmness] }),
      })),
      layer("touch", "run", null, { "line-color": "#000", "line-opacity": 0, "line-width": 22 }),
    ],
  };
}

function lines(all: { line: [number, number][]; properties: object }[]): SourceSpecification {
  const data: FeatureCollection = {
    type: "FeatureCollection",
    features: all.map(({ line, properties }) => ({ type: "Feature", properties, geometry: { type: "LineString", coordinates: line } })),
  };
  return { type: "geojson", data };
}

function width(least: number, most: number): unknown {
  return ["interpolate", ["exponential", 1.5], ["zoom"], 11, least, 18, most];
}

function layer(id: string, source: string, filter: unknown, paint: object): LayerSpecification {
  return { id, source, type: "line", ...(filter === null ? {} : { filter }), layout: { "line-join": "round" }, paint } as LayerSpecification;
}
