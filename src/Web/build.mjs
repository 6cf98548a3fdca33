import { build } from "esbuild";

await build({
  entryPoints: {
    site: "Client/site.ts",
    dashboard: "Client/dashboard.ts",
    run: "Client/run.ts",
    ground: "Client/ground.ts",
    map: "maplibre-gl/dist/maplibre-gl.css",
    "maplibre-gl-worker": "maplibre-gl/dist/maplibre-gl-worker.mjs",
    uploads: "Client/uploads.ts",
    styles: "Client/site.css",
  },
  outdir: "wwwroot/dist",
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  sourcemap: process.argv.includes("--map"),
  target: "es2022",
  legalComments: "linked",
  entryNames: "[name]",
  chunkNames: "c-[hash]",
  assetNames: "a-[hash]",
  loader: { ".woff2": "file" },
  logLevel: "warning",
});
