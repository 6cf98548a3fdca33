import { build } from "esbuild";

await build({
  entryPoints: { dashboard: "Client/dashboard.ts", site: "Client/site.css" },
  outdir: "wwwroot/dist",
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  sourcemap: process.argv.includes("--map"),
  target: "es2022",
  legalComments: "none",
  entryNames: "[name]",
  chunkNames: "c-[hash]",
  assetNames: "a-[hash]",
  loader: { ".woff2": "file" },
  logLevel: "warning",
});
