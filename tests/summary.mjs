// Adds up the test reports of a folder, names each failure and each skip with its reason, tells figures and times, and ends with the plain line.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, mode] = process.argv.slice(2);
const projects = ["Architecture", "Ingest", "Analysis", "Web"];

let passed = 0;
let failed = 0;
let skipped = 0;

// One line a test or class: its name, then " # " and the reason.
const listed = (path) => readFileSync(path, "utf8").split("\n")
  .filter((line) => line.trim() !== "" && !line.startsWith("#"))
  .map((line) => line.split(" # ").map((part) => part.trim()))
  .map(([name, reason]) => ({ path, name, reason }));
const names = ({ name }, test) => test.name === name || test.name.startsWith(`${name}.`) || test.name.startsWith(`${name}(`);
const fail = (line) => {
  failed++;
  console.log(`FAILED  ${line}`);
};

const tests = [];
for (const project of projects) {
  try {
    const found = JSON.parse(readFileSync(join(folder, `${project}.json`), "utf8")).results.tests;
    tests.push(...found);
    if (found.length === 0) {
      fail(`${project}.Tests ran no test`);
    }
  } catch (error) {
    fail(`${project}.Tests wrote no report: ${error.message}`);
  }
}

const maySkip = listed(".ci/may-skip");
for (const test of tests) {
  if (test.status === "passed") {
    passed++;
  } else if (test.status === "failed") {
    fail(`${test.name}: ${(test.message ?? "").split("\n")[0]}`);
  } else {
    const counts = mode === "--ci" && !maySkip.some((line) => names(line, test));
    if (counts) {
      failed++;
    } else {
      skipped++;
    }
    console.log(`${counts ? "FAILED (skip)" : "skipped"}  ${test.name}: ${test.extra?.reason ?? "no reason given"}`);
  }
}

// A line that names nothing any more would let a test of that name be skipped unseen.
const figures = listed(".ci/figures");
for (const line of [...maySkip, ...figures].filter((entry) => !tests.some((test) => names(entry, test)))) {
  fail(`${line.path}: no test or class is called ${line.name}`);
}

// docs/security-checks.md says what tests hold: they ran.
const checks = readFileSync("docs/security-checks.md", "utf8");
for (const [, held] of checks.matchAll(/`(\w+\.\w+_\w+)`/g)) {
  const runs = tests.filter((test) => `${test.name}(`.includes(`.${held}(`));
  if (runs.length === 0) {
    fail(`docs/security-checks.md: no test is called ${held}`);
  }
}

// One line a step: its name, its seconds and its exit code.
const steps = readFileSync(join(folder, "steps"), "utf8").trim().split("\n").map((line) => line.split(" "));
if (steps.some(([name, , code]) => name === "whitespace" && code !== "0")) {
  const said = readFileSync(join(folder, "whitespace.log"), "utf8").trim().split("\n");
  fail(`whitespace, which dotnet format whitespace --folder . mends: ${said[0]} (${said.length} lines in ${join(folder, "whitespace.log")})`);
}

for (const figure of figures) {
  const output = tests.filter((test) => names(figure, test) && test.status !== "skipped").map((test) => test.extra?.output ?? "").join("").trim();
  if (output !== "") {
    console.log(`figures: ${figure.reason}\n  ${output.replaceAll("\n", "\n  ")}`);
  }
}

console.log(`wall time (tests run side by side): ${steps.map(([name, time]) => `${name} ${time} s`).join(", ")}`);

if (skipped > 0) {
  console.log(`${skipped} skipped, each named above with its reason`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
