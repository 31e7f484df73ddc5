// What a page of reports promises, in Chromium: it shows what stats.json says, asks nobody for
// anything, runs nothing that an article says, and can be used with a keyboard.
//
// Environment: PRESSMILL_BINARY, PRESSMILL_CHROMIUM, PRESSMILL_PYTHON, PRESSMILL_PAGE_WORK (a folder
// for pages and screenshots), PRESSMILL_SOURCE.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { cells, charts, complaints, launch, open } from "./browser.mjs";

const { PRESSMILL_BINARY, PRESSMILL_CHROMIUM, PRESSMILL_PYTHON, PRESSMILL_PAGE_WORK, PRESSMILL_SOURCE } =
  process.env;
const kTests = path.join(PRESSMILL_SOURCE, "tests/page");
const kMostBytes = 5_000_000;
const kSections = [
  "overview",
  "look",
  "baseline",
  "timeline",
  "lengths",
  "languages",
  "sites",
  "duplicates",
  "furniture",
  "reasons",
  "vocabulary",
  "measures",
  "samples",
  "inputs",
];

let browser;

before(async () => {
  fs.rmSync(PRESSMILL_PAGE_WORK, { recursive: true, force: true });
  fs.mkdirSync(PRESSMILL_PAGE_WORK, { recursive: true });
  browser = await launch(PRESSMILL_CHROMIUM);
});
after(() => browser?.close());

function python(script, ...args) {
  execFileSync(PRESSMILL_PYTHON, ["-B", path.join(kTests, script), ...args]);
}

// The page of a made-up stats.json.
function madeUp(name, ...options) {
  const out = path.join(PRESSMILL_PAGE_WORK, name);
  fs.mkdirSync(out, { recursive: true });
  python("make_stats.py", path.join(out, "stats.json"), ...options);
  return reported(out);
}

function reported(out) {
  const printed = execFileSync(PRESSMILL_BINARY, ["report", out], { encoding: "utf8" });
  const page = path.join(out, "report.html");
  assert.match(printed, new RegExp(`${path.basename(out)}/report.html`));
  return page;
}

// The same after `change` went over the figures.
function changed(name, change, ...options) {
  const file = madeUp(name, ...options);
  const figures = path.join(path.dirname(file), "stats.json");
  const stats = JSON.parse(fs.readFileSync(figures, "utf8"));
  change(stats);
  fs.writeFileSync(figures, JSON.stringify(stats));
  return reported(path.dirname(file));
}

// The page of a real run.
function milled(name, input, ...options) {
  return written("run", name, input, ...options);
}

function written(command, name, input, ...options) {
  const out = path.join(PRESSMILL_PAGE_WORK, name);
  execFileSync(PRESSMILL_BINARY, [command, input, "--out", out, "--quiet", ...options], { stdio: "ignore" });
  return path.join(out, "report.html");
}

async function shoot(page, name, fullPage = true) {
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await page.screenshot({ path: path.join(PRESSMILL_PAGE_WORK, `${name}.png`), fullPage });
}

function assertDrawn(found) {
  assert.ok(found.length > 0, "no chart");
  for (const chart of found) {
    assert.ok(chart.values.length > 0 && chart.sum > 0, `${chart.title}: no data`);
    assert.ok(chart.colours > 2, `${chart.title}: nothing is drawn`);
  }
}

test("all sections, their charts and their tables, dark and light", async () => {
  const file = madeUp("full");
  const stats = JSON.parse(fs.readFileSync(path.join(path.dirname(file), "stats.json"), "utf8"));
  const fills = {};
  for (const scheme of ["light", "dark"]) {
    const { page, seen, close } = await open(browser, file, { scheme });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), scheme);
    assert.deepEqual(await page.$$eval("main > section", (all) => all.map((one) => one.id)), kSections);
    assert.deepEqual(
      await page.$$eval("#contents a", (all) => all.map((one) => one.hash.slice(1))),
      kSections,
    );
    const found = await charts(page);
    assert.ok(found.length >= 5, `${found.length} charts`);
    assertDrawn(found);
    // What is drawn is what was counted.
    const dated = stats.days.filter((day) => day.day).reduce((all, day) => all + day.in.articles, 0);
    assert.equal(found.find((chart) => /^Articles a day/.test(chart.title)).sum, dated);
    fills[scheme] = found[0].fills.join();
    // The same as tables, for whoever does not see charts.
    const tables = await page.evaluate(async () => {
      const boxes = [...document.querySelectorAll("figure details")];
      for (const box of boxes) box.open = true;
      await new Promise((done) => setTimeout(done, 50));
      return boxes.map((box) => box.querySelectorAll("tbody tr").length);
    });
    assert.ok(tables.length >= found.length && tables.every((rows) => rows > 0), tables.join());
    await page.click("text=Distributions of");
    await page.waitForFunction(() => document.querySelectorAll(".multiples canvas").length > 3);
    assertDrawn(await charts(page));
    assert.deepEqual(complaints(seen, file), []);
    await shoot(page, `full-${scheme}`);
    await close();
  }
  assert.notEqual(fills.light, fills.dark, "charts follow the theme");
});

test("the theme can be chosen, and paper is white", async () => {
  const file = madeUp("theme");
  const { page, seen, close } = await open(browser, file, { scheme: "dark" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  const [first] = await charts(page);
  await page.click("#theme");
  assert.notEqual(await background(), dark);
  const [again] = await charts(page);
  assert.notDeepEqual(again.fills, first.fills);
  await page.reload();
  assert.notEqual(await background(), dark, "what was chosen stays chosen");
  await page.click("#theme");
  assert.equal(await background(), dark);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.notEqual(await background(), dark);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await background(), dark);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("sections whose figures are missing are left out", async () => {
  const out = path.join(PRESSMILL_PAGE_WORK, "bare");
  const file = madeUp("bare");
  const stats = JSON.parse(fs.readFileSync(path.join(out, "stats.json"), "utf8"));
  for (const key of [
    "measures",
    "months",
    "vocabulary",
    "top",
    "names",
    "copying",
    "originality",
    "furniture",
    "coverage",
    "look",
    "baseline",
    "samples",
    "site_days",
  ])
    delete stats[key];
  for (const key of ["sizes", "similarities", "largest"]) stats.duplicates[key] = [];
  stats.duplicates.clusters = 0;
  stats.days = [{ day: null, in: stats.total.in, kept: stats.total.kept }];
  fs.writeFileSync(path.join(out, "stats.json"), JSON.stringify(stats));
  reported(out);
  const { page, seen, close } = await open(browser, file);
  assert.deepEqual(await page.$$eval("main > section", (all) => all.map((one) => one.id)), [
    "overview",
    "languages",
    "sites",
    "reasons",
    "inputs",
  ]);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("a dump that nothing was taken from", async () => {
  const out = path.join(PRESSMILL_PAGE_WORK, "stats-only");
  const file = madeUp("stats-only");
  const stats = JSON.parse(fs.readFileSync(path.join(out, "stats.json"), "utf8"));
  Object.assign(stats, { mode: "stats", dropped: {} });
  stats.total.kept = stats.total.in;
  fs.writeFileSync(path.join(out, "stats.json"), JSON.stringify(stats));
  reported(out);
  const { page, seen, close } = await open(browser, file);
  assert.match(await page.locator("h1").textContent(), /^187,353 articles with 60.0 M words$/);
  assert.equal(await page.locator("#overview .flow").count(), 0);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// What a site's row in stats.json needs.
function siteRow(site, articles, kept, dropped) {
  const volume = (n) => ({ articles: n, words: 300 * n });
  return { site, in: volume(articles), kept: volume(kept), ...(dropped ? { dropped } : {}) };
}

test("sites that lost most are named, however small among however many", async () => {
  const file = changed("lossy", (stats) => {
    stats.sites = [siteRow("lossy.example", 9, 1, { language: 8 })];
    for (let i = 0; i < 3000; ++i) stats.sites.push(siteRow(`site-${i}.example`, 10, 10));
    stats.total.in.articles = 30009;
    stats.total.kept.articles = 30001;
    stats.dropped = { language: 8 };
  });
  const { page, seen, close } = await open(browser, file);
  assert.match(
    await page.locator("#overview .whys p", { hasText: "From where" }).textContent(),
    /^From where: 8 from lossy\.example \(88\.9 % of its 9\)\.$/,
  );
  const title = "Articles by site";
  await page.locator("#sites thead button", { hasText: "Go" }).first().click();
  assert.equal((await cells(page, title, 0))[0], "lossy.example");
  assert.equal((await cells(page, title, 6))[0], "other language, 8");
  assert.match(
    await page.locator("#sites .table").first().textContent(),
    /1,001 more of 3,001 in tables\/sites\.csv; here are the largest and those that lost most\.$/,
  );
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("sites that lost articles are counted among all", async () => {
  const file = changed("many-lossy", (stats) => {
    stats.sites = [];
    for (let i = 0; i < 12000; ++i)
      stats.sites.push(siteRow(`site-${i}.example`, 10, i < 9428 ? 9 : 10, i < 9428 ? { near: 1 } : null));
    stats.total.in.articles = 120000;
    stats.total.kept.articles = 120000 - 9428;
    stats.dropped = { near: 9428 };
  });
  const { page, seen, close } = await open(browser, file);
  const where = page.locator("#overview .whys p", { hasText: "From where" });
  assert.match(await where.textContent(), /; 9,428 sites lost articles\.$/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("what is only counted neither stays nor goes", async () => {
  const file = written("stats", "counted", path.join(PRESSMILL_SOURCE, "corpus/sample"));
  const stats = JSON.parse(fs.readFileSync(path.join(path.dirname(file), "stats.json"), "utf8"));
  assert.ok(stats.dropped.empty > 0, "the sample has texts that are empty");
  const { page, seen, close } = await open(browser, file);
  const overview = await page.locator("#overview .numbers").textContent();
  assert.ok(overview.includes(`Without text${stats.dropped.empty}of the articles`), overview);
  const words = await page.evaluate(async () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
    await new Promise((done) => setTimeout(done, 100));
    const said = [...document.querySelectorAll("h1, h2, h3, th[scope=col], caption, figcaption, .key li, .lede, .numbers")];
    const labels = [...document.querySelectorAll("canvas")].flatMap((canvas) =>
      Chart.getChart(canvas).data.datasets.map((set) => set.label),
    );
    return [...said.map((one) => one.textContent), ...labels];
  });
  assert.ok(words.includes("articles") && words.length > 60, `${words.length} texts`);
  assert.deepEqual(
    words.filter((text) => /(?<!would )\b(stays?|goes|go|went)\b/i.test(text)),
    [],
  );
  const empty = stats.sites.map((site) => [site.site, site.in.articles - site.kept.articles]).filter(([, n]) => n > 0);
  const [names, counts] = [await cells(page, "Articles by site", 0), await cells(page, "Articles by site", 4)];
  for (const [site, n] of empty) assert.equal(counts[names.indexOf(site)], String(n), site);
  const lengths = (await charts(page)).find((chart) => /^Articles by words/.test(chart.title));
  const bins = stats.measures.find((measure) => measure.name === "words").histogram;
  assert.equal(lengths.sum, bins.reduce((all, bin) => all + bin.in, 0));
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("tables sort and filter", async () => {
  const file = madeUp("tables", "--sites", "400");
  const { page, seen, close } = await open(browser, file);
  const title = "Articles by site";
  const table = page.locator("#sites .table").first();
  const head = (name) => table.locator("thead button", { hasText: name }).first();
  const sortOf = (name) =>
    table.locator("thead th", { has: page.locator(`button:text-is("${name}")`) }).getAttribute("aria-sort");
  assert.equal(await sortOf("Articles"), "descending");
  assert.equal((await cells(page, title, 0)).length, 12);
  await head("Site").click();
  assert.equal(await sortOf("Site"), "ascending");
  assert.equal(await sortOf("Articles"), "none");
  const names = await cells(page, title, 0);
  const byName = [...names].sort((a, b) =>
    (a === "(no site)" ? "-" : a).localeCompare(b === "(no site)" ? "-" : b, "en", { numeric: true }),
  );
  assert.deepEqual(names, byName);
  await head("Site").click();
  assert.equal(await sortOf("Site"), "descending");
  assert.notDeepEqual(await cells(page, title, 0), names);
  await head("Go").click();
  const gone = (await cells(page, title, 4)).map((text) => Number(text.replaceAll(",", "")));
  assert.deepEqual(
    gone,
    [...gone].sort((a, b) => b - a),
  );
  assert.ok(gone[0] > gone[gone.length - 1]);
  await table.getByRole("searchbox").fill("FERRY");
  const found = await cells(page, title, 0);
  assert.ok(found.length > 5 && found.every((name) => name.includes("ferry")), found.join());
  assert.equal(await table.locator("output").textContent(), "20 of 400 rows");
  await table.getByRole("searchbox").fill("no such site");
  assert.equal((await cells(page, title, 0)).length, 0);
  await table.getByRole("searchbox").fill("");
  await table.getByRole("button", { name: "Show all 400" }).click();
  assert.equal((await cells(page, title, 0)).length, 400);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("whoever filters a list that was cut is told where the rest is", async () => {
  const file = madeUp("cut", "--sites", "3000");
  const { page, seen, close } = await open(browser, file);
  const table = page.locator("#sites .table").first();
  const told = "; the page has only 2,000 of 3,000 sites: all are in tables/sites.csv";
  await table.getByRole("searchbox").fill("no such site");
  assert.equal(await table.locator("output").textContent(), `0 of 2,000 rows${told}`);
  await table.getByRole("searchbox").fill("ferry-4.example");
  assert.equal(await table.locator("output").textContent(), `1 of 2,000 rows${told}`);
  await table.getByRole("searchbox").fill("");
  assert.equal(await table.locator("output").textContent(), "2,000 rows");
  const whole = page.locator("#timeline .table", { hasText: "Gaps and silent sites" });
  await whole.getByRole("searchbox").fill("no such site");
  assert.equal(await whole.locator("output").textContent(), "0 of 39 rows");
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// Of a cell that is a number and no more: "41,937+", "12.3 %", "-4.0 %"; else null.
function numberIn(text) {
  const found = /^([+-]?\d[\d,]*(?:\.\d+)?)(?:\+| %| days?| words)?$/.exec(text);
  return found ? Number(found[1].replaceAll(",", "")) : null;
}

test("what is a number sorts by its value, in every column of every table", async () => {
  const file = changed("numbers", (stats) => {
    stats.duplicates.largest.forEach((row, i) => {
      row.survivor = row.cluster = [2, 158, 14, 1][i % 4] + 1000 * Math.floor(i / 4);
    });
  });
  const { page, seen, close } = await open(browser, file);
  for (const button of await page.$$(".more button")) await button.evaluate((one) => one.click());
  const columns = await page.evaluate(() => {
    const sorted = [];
    for (const table of document.querySelectorAll(".table table"))
      for (let i = 0; i < table.tHead.rows[0].cells.length; ++i)
        for (const way of ["ascending", "descending"]) {
          const head = table.tHead.rows[0].cells[i];
          for (let press = 0; press < 2 && head.getAttribute("aria-sort") !== way; ++press)
            head.querySelector("button").click();
          const name = `${table.caption.textContent}: ${head.textContent}, ${way}`;
          // The text beside a bar is all that a bar's cell says.
          sorted.push([name, way, [...table.tBodies[0].rows].map((row) => row.cells[i].textContent)]);
        }
    return sorted;
  });
  let checked = 0;
  for (const [name, way, texts] of columns) {
    const numbers = texts.map(numberIn);
    if (numbers.length < 3 || numbers.includes(null)) continue;
    const sign = way === "ascending" ? 1 : -1;
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => sign * (a - b)),
      name,
    );
    ++checked;
  }
  assert.ok(checked > 60, `${checked} columns of numbers`);
  const clusters = await cells(page, "Largest clusters", 0);
  assert.deepEqual(clusters.slice(0, 3), ["4,158", "4,014", "4,002"]);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("what a site has of another's adds up", async () => {
  const file = madeUp("copying");
  const { page, seen, close } = await open(browser, file);
  const columns = [];
  for (let i = 2; i <= 6; ++i)
    columns.push((await cells(page, "Who copies whom", i)).map((text) => Number(text.replaceAll(",", ""))));
  const [all, ...kinds] = columns;
  assert.ok(columns[4].some((n) => n > 0) && all.length > 5);
  all.forEach((n, row) => assert.equal(n, kinds.reduce((sum, kind) => sum + kind[row], 0), `row ${row}`));
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("counts that may be too low say so, of words and of names", async () => {
  const file = changed("least", (stats) => {
    stats.names = [
      {
        month: "2015-02",
        names: [
          { name: "Anna Ferrer", articles: 22, error: 3 },
          { name: "Old Mill", articles: 21, error: 0 },
        ],
      },
    ];
    stats.top.words = [
      { word: "harbour", count: 41937, error: 2, stop_words: 0 },
      { word: "mill", count: 40000, error: 0, stop_words: 0 },
    ];
  });
  const { page, seen, close } = await open(browser, file);
  assert.deepEqual(await cells(page, "Capitalised names by month", 1), ["Anna Ferrer 22+, Old Mill 21"]);
  assert.deepEqual(await cells(page, "Most frequent words", 1), ["41,937+", "40,000"]);
  for (const title of ["Capitalised names by month", "Most frequent words"])
    assert.match(await page.locator("caption", { hasText: title }).textContent(), /at least so (many|often)/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("the keyboard reaches everything, and one sees where it is", async () => {
  const file = madeUp("keyboard");
  const { page, seen, close } = await open(browser, file);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  const skip = await page.locator(".skip").boundingBox();
  assert.ok(skip.y >= 0, "the skip link is seen once it has the focus");
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, summary")].filter((one) =>
      one.checkVisibility(),
    );
    all.forEach((one, i) => {
      one.dataset.reached = i;
    });
    return all.length;
  });
  const reached = new Set();
  for (let i = 0; i < wanted + 60 && reached.size < wanted; ++i) {
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      return {
        number: one.dataset.reached,
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        name: `${one.tagName} ${one.textContent.slice(0, 30)}`,
      };
    });
    if (at.number !== undefined) {
      assert.ok(at.seen, `no focus to be seen on ${at.name}`);
      reached.add(at.number);
    }
    await page.keyboard.press("Tab");
  }
  assert.equal(reached.size, wanted);
  // Enter sorts, and leads to the figures.
  await page.locator("#sites thead button").first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#sites thead th").first().getAttribute("aria-sort"), "ascending");
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("fits a phone", async () => {
  for (const [name, ...options] of [["phone"], ["phone-hostile", "--hostile"]]) {
    const file = madeUp(name, ...options);
    const { page, seen, close } = await open(browser, file, { width: 380, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 380);
    assertDrawn(await charts(page));
    assert.deepEqual(complaints(seen, file), []);
    if (name === "phone") await shoot(page, name);
    await close();
  }
});

test("options of the command line stay on one line", async () => {
  const file = changed("flags", (stats) => {
    stats.look = [
      {
        kind: "dates",
        text: "Dates of 12 articles can be read in two ways: say which one is meant by --date-order and mill again.",
        command: "pressmill run DUMP --out OUT --date-order dmy",
      },
    ];
  });
  const { page, seen, close } = await open(browser, file, { width: 600, height: 800 });
  let flags = 0;
  for (let width = 320; width <= 600; width += 10) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(() => {
      const parts = [];
      const texts = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
      while (texts.nextNode())
        for (const match of texts.currentNode.data.matchAll(/--[a-z]+(-[a-z]+)*/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, match.index);
          range.setEnd(texts.currentNode, match.index + match[0].length);
          const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
          parts.push([match[0], lines.size]);
        }
      return parts;
    });
    flags += found.filter(([, lines]) => lines === 1).length;
    assert.deepEqual(
      found.filter(([, lines]) => lines > 1),
      [],
      `${width} wide`,
    );
  }
  assert.ok(flags > 100, `${flags} options seen`);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// A4 less its margins, at 96 dots an inch.
const kPaper = { width: 696, height: 1017 };

test("on paper nothing is cut off, and there is nothing to press", async () => {
  const file = madeUp("paper");
  const { page, seen, close } = await open(browser, file, { scheme: "dark" });
  const findings = await page.locator("#look li").count();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(kPaper);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const shown = await page.evaluate(() => ({
    controls: [...document.querySelectorAll("button, input, summary, nav")]
      .filter((one) => one.checkVisibility() && !one.closest("th"))
      .map((one) => one.textContent),
    beyond: [...document.querySelectorAll("main *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".hidden"))
      .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`),
    findings: [...document.querySelectorAll("#look li")].filter((one) => one.checkVisibility()).length,
    rows: [...document.querySelectorAll(".more .on-paper")].map((one) => one.textContent),
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  assert.deepEqual(shown.controls, []);
  assert.deepEqual(shown.beyond, []);
  assert.equal(shown.findings, findings);
  assert.equal(shown.paper, "rgb(255, 255, 255)");
  assert.ok(shown.rows.length > 3 && shown.rows.every((text) => /^\d+ of \d+ rows\.$/.test(text)), shown.rows.join());
  await shoot(page, "paper");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.ok((await page.locator("#look li:visible").count()) < findings);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

async function assertHarmless(file, scheme, texts) {
  const { page, seen, close } = await open(browser, file, { scheme });
  for (const box of await page.$$("details"))
    await box.evaluate((one) => {
      one.open = true;
    });
  for (const button of await page.$$(".more button")) await button.evaluate((one) => one.click());
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  assert.equal(await page.evaluate(() => typeof window.pwned), "undefined");
  // Nothing but what the template has.
  assert.equal(await page.locator("script").count(), 4);
  assert.equal(await page.locator("style").count(), 1);
  assert.equal(await page.locator("img, iframe, object, embed, base, link, form").count(), 0);
  assert.equal(
    await page.evaluate(
      () => document.querySelectorAll("main a, [onload], [onerror], [style*='url']").length,
    ),
    0,
  );
  const body = await page.locator("main").textContent();
  for (const text of texts) assert.ok(body.includes(text), `shown as text: ${text}`);
  assert.ok((await page.locator(".control", { hasText: "RLO" }).count()) > 0, "bidi controls are named");
  assert.doesNotMatch(body, /[\u202a-\u202e\u2066-\u2069\u001b]/);
  assert.deepEqual(complaints(seen, file), []);
  // Every row of every table is open: too long a picture.
  await shoot(page, `${path.basename(path.dirname(file))}-${scheme}`, false);
  await close();
}

test("a hostile corpus runs no script", async () => {
  const input = path.join(PRESSMILL_PAGE_WORK, "hostile-dump");
  python("make_hostile_dump.py", input);
  const file = milled("hostile", input, "--near", "0.5", "--repair", "off");
  for (const scheme of ["light", "dark"])
    await assertHarmless(file, scheme, ["</script><script>window.pwned = 1</script>", "<!--<script>"]);
});

test("hostile figures run no script", async () => {
  const file = madeUp("hostile-stats", "--hostile");
  for (const scheme of ["light", "dark"])
    await assertHarmless(file, scheme, ["</script><script>window.pwned = 1</script>", "<img src=x onerror="]);
});

test("the policy holds even if a script were to get in", async () => {
  const file = madeUp("policy");
  const { page, seen, close } = await open(browser, file);
  const outcome = await page.evaluate(async () => {
    const broken = [];
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.pwned = 1";
    document.body.append(script);
    const image = new Image();
    image.src = "http://127.0.0.1:9/pixel.png";
    const fetched = await fetch("http://127.0.0.1:9/").then(
      () => "went out",
      () => "refused",
    );
    await new Promise((done) => setTimeout(done, 100));
    return { broken, fetched, pwned: window.pwned };
  });
  assert.equal(outcome.pwned, undefined);
  assert.equal(outcome.fetched, "refused");
  assert.deepEqual(outcome.broken.map((one) => one.replace(/-elem$/, "")).sort(), [
    "connect-src",
    "img-src",
    "script-src",
  ]);
  assert.ok(seen.console.length >= 3, "complaints are seen by the tests");
  await close();
});

test("under 5 MB, and quick, whatever the corpus", async () => {
  const file = madeUp("large", "--sites", "20000", "--days", "3000", "--hostile");
  assert.ok(fs.statSync(file).size < kMostBytes, `${fs.statSync(file).size} bytes`);
  const { page, seen, close } = await open(browser, file);
  const sites = await page.locator("#sites").textContent();
  assert.match(sites, /more of 20,000 in tables\/sites\.csv/);
  assert.match(await page.locator("#timeline figcaption").first().textContent(), /articles a month/);
  assertDrawn(await charts(page));
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// Dates that a clock or an epoch made up would press all others into one bar.
test("few articles decades away are told, not drawn", async () => {
  const file = madeUp("stray", "--days", "60", "--stray");
  const { page, seen, close } = await open(browser, file);
  const timeline = page.locator("#timeline");
  assert.match(await timeline.locator("figcaption").first().textContent(), /articles a day/);
  const text = await timeline.textContent();
  assert.match(text, /Not drawn: 3 articles dated before/);
  assert.match(text, /2 articles dated after/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("settings stand there as the options take them", async () => {
  const input = path.join(PRESSMILL_SOURCE, "corpus/sample");
  const shown = async (name, ...options) => {
    const file = milled(name, input, ...options);
    const { page, close } = await open(browser, file);
    const facts = await page.$$eval("#run .facts dt", (names) =>
      names.map((one) => [one.textContent, one.nextElementSibling.textContent]),
    );
    await close();
    return Object.fromEntries(facts);
  };
  const usual = await shown("settings");
  const given = await shown("settings-given", "--near", "0.85", "--contained", "off", "--sample", "12.5%", "--guard-share", "80%");
  const names = ["near", "contained", "sample", "guard_share", "clean_threshold"];
  assert.deepEqual(names.map((name) => usual[name]), ["0.7", "0.9", "100 %", "95 %", "40 %"]);
  assert.deepEqual(names.map((name) => given[name]), ["0.85", "off", "12.5 %", "80 %", "40 %"]);
});

// A dump with these articles, as one file.
function dumpOf(name, articles) {
  const folder = path.join(PRESSMILL_PAGE_WORK, name);
  fs.mkdirSync(folder, { recursive: true });
  const lines = articles.map((article) => `${JSON.stringify(article)}\n`);
  fs.writeFileSync(path.join(folder, "a.jsonl"), lines.join(""));
  return folder;
}

test("one article of one day", async () => {
  const text = Array.from({ length: 80 }, (_, i) => `word${i}`).join(" ");
  const input = dumpOf("one-dump", [{ id: 1, site: "a.example", date: "2024-01-02", text }]);
  const file = milled("one", input, "--clean", "off");
  const { page, seen, close } = await open(browser, file);
  assert.equal(await page.locator("h1").textContent(), "The one article stays.");
  assert.match(await page.locator("#timeline .lede").textContent(), /^2 Jan 2024\. /);
  assert.match(await page.locator("#lengths .lede").textContent(), /^At least half of the articles have about 80 words; the mean is 80\.$/);
  const ticks = await page.evaluate(() =>
    Chart.getChart(document.querySelector("#timeline canvas")).scales.x.ticks.map((tick) => tick.label),
  );
  assert.deepEqual(ticks, ["2 Jan 2024"]);
  assert.doesNotMatch(await page.locator("main").textContent(), /\b(\d+ \w+ \d{4}) to \1\b/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("the time axis tells the year, once", async () => {
  const articles = [];
  for (let day = 3; day <= 9; ++day)
    articles.push({ id: day, site: "a.example", date: `2024-05-0${day}`, text: `Text of day ${day}.` });
  const file = milled("week", dumpOf("week-dump", articles), "--clean", "off", "--near", "off", "--contained", "off");
  const { page, close } = await open(browser, file);
  const ticks = await page.evaluate(() =>
    Chart.getChart(document.querySelector("#timeline canvas")).scales.x.ticks.map((tick) => tick.label),
  );
  assert.deepEqual(ticks.slice(0, 2), ["3 May 2024", "4 May"]);
  assert.equal(ticks.filter((label) => /2024/.test(label)).length, 1);
  await close();
});

test("the sample dump, milled", async () => {
  const file = milled("sample", path.join(PRESSMILL_SOURCE, "corpus/sample"));
  const stats = JSON.parse(fs.readFileSync(path.join(path.dirname(file), "stats.json"), "utf8"));
  const { page, seen, close } = await open(browser, file);
  const first = await page.locator("#overview").textContent();
  for (const figure of [
    stats.total.in.articles,
    stats.total.kept.articles,
    stats.dropped.near,
    stats.cleaning.lines_removed,
  ])
    assert.ok(first.includes(figure.toLocaleString("en-US")), `${figure} stands in the overview`);
  assertDrawn(await charts(page));
  assert.ok((await page.locator(".sample mark").count()) > 0, "differences are marked");
  assert.ok((await page.locator("#run").textContent()).includes("emit"), "passes and their times");
  assert.deepEqual(complaints(seen, file), []);
  await shoot(page, "sample");
  await close();
});
