// Pages for the tests, of made-up figures and of real runs.
//
// Environment: PRESSMILL_BINARY, PRESSMILL_PYTHON, PRESSMILL_PAGE_WORK (a folder for pages and
// screenshots), PRESSMILL_SOURCE. Names of pages are folders there: no two tests may share one.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const { PRESSMILL_BINARY, PRESSMILL_PYTHON, PRESSMILL_PAGE_WORK, PRESSMILL_SOURCE } = process.env;
const kTests = path.join(PRESSMILL_SOURCE, "tests/page");

export const kSample = path.join(PRESSMILL_SOURCE, "corpus/sample");

export function python(script, ...args) {
  execFileSync(PRESSMILL_PYTHON, ["-B", path.join(kTests, script), ...args]);
}

// The page of a made-up stats.json.
export function madeUp(name, ...options) {
  const out = path.join(PRESSMILL_PAGE_WORK, name);
  fs.mkdirSync(out, { recursive: true });
  python("make_stats.py", path.join(out, "stats.json"), ...options);
  return reported(out);
}

export function reported(out) {
  const printed = execFileSync(PRESSMILL_BINARY, ["report", out], { encoding: "utf8" });
  const page = path.join(out, "report.html");
  assert.match(printed, new RegExp(`${path.basename(out)}/report.html`));
  return page;
}

// The same after `change` went over the figures.
export function changed(name, change, ...options) {
  const file = madeUp(name, ...options);
  const figures = path.join(path.dirname(file), "stats.json");
  const stats = JSON.parse(fs.readFileSync(figures, "utf8"));
  change(stats);
  fs.writeFileSync(figures, JSON.stringify(stats));
  return reported(path.dirname(file));
}

// The page of a real run.
export function milled(name, input, ...options) {
  return written("run", name, input, ...options);
}

export function written(command, name, input, ...options) {
  const out = path.join(PRESSMILL_PAGE_WORK, name);
  execFileSync(PRESSMILL_BINARY, [command, input, "--out", out, "--quiet", ...options], { stdio: "ignore" });
  return path.join(out, "report.html");
}

export async function shoot(page, name, fullPage = true) {
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await page.screenshot({ path: path.join(PRESSMILL_PAGE_WORK, `${name}.png`), fullPage });
}

export function assertDrawn(found) {
  assert.ok(found.length > 0, "no chart");
  for (const chart of found) {
    assert.ok(chart.values.length > 0 && chart.sum > 0, `${chart.title}: no data`);
    assert.ok(chart.colours > 2, `${chart.title}: nothing is drawn`);
  }
}

// A dump with these articles, as one file.
export function dumpOf(name, articles) {
  const folder = path.join(PRESSMILL_PAGE_WORK, name);
  fs.mkdirSync(folder, { recursive: true });
  const lines = articles.map((article) => `${JSON.stringify(article)}\n`);
  fs.writeFileSync(path.join(folder, "a.jsonl"), lines.join(""));
  return folder;
}
