// Adds up the test reports of a folder, names each failure and each skip with its reason, and ends with the plain line.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, mode] = process.argv.slice(2);
const projects = ["Architecture", "Ingest", "Analysis", "Web"];

// One line a test or class: its name, then " # " and the reason.
const maySkip = readFileSync(".ci/may-skip", "utf8").split("\n")
  .filter(line => line.trim() !== "" && !line.startsWith("#")).map(line => line.split(" # ")[0].trim());

let passed = 0;
let failed = 0;
let skipped = 0;
for (const project of projects) {
  let tests;
  try {
    tests = JSON.parse(readFileSync(join(folder, `${project}.json`), "utf8")).results.tests;
  } catch (error) {
    console.log(`FAILED  ${project}.Tests wrote no report: ${error.message}`);
    failed++;
    continue;
  }
  if (tests.length === 0) {
    console.log(`FAILED  ${project}.Tests ran no test`);
    failed++;
  }
  for (const test of tests) {
    if (test.status === "passed") {
      passed++;
    } else if (test.status === "failed") {
      failed++;
      console.log(`FAILED  ${test.name}: ${(test.message ?? "").split("\n")[0]}`);
    } else {
      const allowed = maySkip.some(name => test.name === name || test.name.startsWith(`${name}.`));
      const counts = mode === "--ci" && !allowed;
      if (counts) {
        failed++;
      } else {
        skipped++;
      }
      console.log(`${counts ? "FAILED (skip)" : "skipped"}  ${test.name}: ${test.extra?.reason ?? "no reason given"}`);
    }
  }
}

if (skipped > 0) {
  console.log(`${skipped} skipped, each named above with its reason`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
