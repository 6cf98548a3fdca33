import { basename } from "node:path";
import { build } from "esbuild";

const common = {
  outdir: "wwwroot/dist",
  bundle: true,
  format: "esm",
  minify: true,
  sourcemap: process.argv.includes("--map"),
  target: "es2022",
  legalComments: "linked",
  logLevel: "warning",
};

// The map's worker is asked for by a script: with a hash in its name a browser may keep it.
const worker = await build({ ...common, entryPoints: ["maplibre-gl/dist/maplibre-gl-worker.mjs"], entryNames: "w-[hash]", metafile: true });
const [workerFile] = Object.entries(worker.metafile.outputs).find(([, output]) => output.entryPoint !== undefined);

await build({
  ...common,
  entryPoints: {
    site: "Client/site.ts",
    dashboard: "Client/dashboard.ts",
    run: "Client/run.ts",
    ground: "Client/ground.ts",
    map: "maplibre-gl/dist/maplibre-gl.css",
    uploads: "Client/uploads.ts",
    styles: "Client/site.css",
  },
  splitting: true,
  entryNames: "[name]",
  chunkNames: "c-[hash]",
  assetNames: "a-[hash]",
  define: { MAP_WORKER: JSON.stringify(`./${basename(workerFile)}`) },
  loader: { ".woff2": "file" },
});
