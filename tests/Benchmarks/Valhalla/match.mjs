// match.mjs EXTRACT WORK: builds Valhalla's tiles of an extract in the folder WORK, and matches tracks with them. A track is a
// line of standard input, [[latitude, longitude, seconds], ...]; its line of standard output is [[point, way, metres, gap], ...]:
// ways in the order they are passed between a point and the next, and whether the matcher had left that part out (1) or not (0).
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Actor } from "@valhallajs/valhallajs";

const [extract, work] = process.argv.slice(2);
const home = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "@valhallajs", "valhallajs");
const actor = await Actor.fromConfigFile(build());
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await match(JSON.parse(line))) + "\n");
}

/** Builds the tiles; the name of the settings. */
function build() {
  mkdirSync(work, { recursive: true });
  const settings = join(work, "settings.json");
  const config = JSON.parse(execFileSync("python3", [join(home, "valhalla_build_config"), "--mjolnir-tile-dir", join(work, "tiles")]));
  delete config.mjolnir.tile_extract;
  delete config.mjolnir.traffic_extract;
  // Standard output is the answers'.
  for (const part of ["mjolnir", "loki", "meili", "thor", "odin"]) {
    config[part].logging = { type: "" };
  }
  config.service_limits.trace.max_shape = 100000;
  writeFileSync(settings, JSON.stringify(config));
  execFileSync("node", [join(home, "bin", "valhalla-cli.js"), "build_tiles", "-c", settings, resolve(extract)], { cwd: work, stdio: "ignore" });
  return settings;
}

async function match(points) {
  const answer = await actor.traceAttributes({
    shape: points.map(([lat, lon, time]) => ({ lat, lon, time })),
    costing: "pedestrian",
    // Mountain paths too: the tracks run on them.
    costing_options: { pedestrian: { max_hiking_difficulty: 6 } },
    shape_match: "map_snap",
    trace_options: { search_radius: 40, gps_accuracy: 6 },
    filters: {
      action: "include",
      attributes: ["edge.way_id", "edge.length", "matched.type", "matched.edge_index", "matched.distance_along_edge"],
    },
  });
  const { edges, matched_points: matched } = answer;
  const isOn = (point) => point.type !== "unmatched" && edges[point.edge_index] !== undefined;
  const pieces = [];
  for (let i = 0; i + 1 < matched.length; i++) {
    const [from, to] = [matched[i], matched[i + 1]];
    if (isOn(from) && isOn(to) && from.edge_index <= to.edge_index) {
      pieces.push(...between(i, from, to, edges));
    } else {
      fill(i, matched, isOn, edges, pieces);
    }
  }
  return pieces;
}

function between(i, from, to, edges) {
  const pieces = [];
  for (let at = from.edge_index; at <= to.edge_index; at++) {
    const begin = at === from.edge_index ? from.distance_along_edge : 0;
    const end = at === to.edge_index ? to.distance_along_edge : 1;
    // Where a runner stands, a millimetre still says on what.
    pieces.push([i, edges[at].way_id, Math.max(Math.abs(end - begin) * edges[at].length * 1000, 0.001), 0]);
  }
  return pieces;
}

/** What the matcher left out goes half to the way before it and half to the way after it. */
function fill(i, matched, isOn, edges, pieces) {
  let before = i;
  let after = i + 1;
  while (before >= 0 && !isOn(matched[before])) {
    before--;
  }
  while (after < matched.length && !isOn(matched[after])) {
    after++;
  }
  const known = [before, after].filter((point) => point >= 0 && point < matched.length);
  if (known.length > 0) {
    const nearer = known.length === 1 ? known[0] : i - before < after - i ? before : after;
    pieces.push([i, edges[matched[nearer].edge_index].way_id, 1, 1]);
  }
}
