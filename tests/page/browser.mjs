// A browser for the tests: Debian's Chromium, driven by playwright-core, watched for everything
// that a page of reports must not do.

import { chromium } from "playwright-core";

const kFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch(executable) {
  return chromium.launch({ executablePath: executable, args: kFlags });
}

// A page with a record of its console, its errors, its dialogs and its requests.
export async function open(browser, path, { width = 1280, height = 900, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const page = await context.newPage();
  const seen = { console: [], errors: [], requests: [], dialogs: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.console.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.goto(`file://${path}`);
  await page.waitForFunction(() => document.querySelector("#contents a") !== null);
  // Charts are drawn when the frame after next is.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { page, seen, close: () => context.close() };
}

// What is wrong with the page's behaviour, in words; nothing where all is well.
export function complaints(seen, path) {
  const others = seen.requests.filter((url) => url !== new URL(`file://${path}`).href);
  return [
    ...seen.console.map((text) => `console: ${text}`),
    ...seen.errors.map((text) => `error: ${text}`),
    ...seen.dialogs.map((text) => `dialog: ${text}`),
    ...others.map((url) => `request: ${url}`),
  ];
}

// Each chart: its title, its points, and whether anything is drawn on its canvas.
export async function charts(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("figure.chart canvas")].map((canvas) => {
      const chart = Chart.getChart(canvas);
      // A copy is read: the page's own canvas is for drawing.
      const copy = document.createElement("canvas");
      copy.width = canvas.width;
      copy.height = canvas.height;
      const context = copy.getContext("2d", { willReadFrequently: true });
      context.drawImage(canvas, 0, 0);
      const pixels = context.getImageData(0, 0, copy.width, copy.height).data;
      const colours = new Set();
      for (let at = 0; at < pixels.length; at += 4)
        if (pixels[at + 3] > 200) colours.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
      const values = chart
        ? chart.data.datasets.flatMap((set) => set.data.map((one) => (one !== null && typeof one === "object" ? one.y : one)))
        : [];
      const fills = chart ? chart.data.datasets.map((set) => set.backgroundColor || set.borderColor) : [];
      return {
        title: canvas.getAttribute("aria-label"),
        values,
        sum: values.reduce((all, value) => all + value, 0),
        colours: colours.size,
        fills,
      };
    }),
  );
}

export async function cells(page, table, column) {
  return page.evaluate(
    ([title, index]) => {
      const found = [...document.querySelectorAll("table")].find(
        (one) => one.caption && one.caption.textContent.startsWith(title),
      );
      return [...found.tBodies[0].rows].map((row) => row.cells[index].textContent);
    },
    [table, column],
  );
}
