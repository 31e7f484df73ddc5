// Numbers, shares, sizes and days as people read them; and the characters that cannot be seen.

const kBytes = ["bytes", "KiB", "MiB", "GiB", "TiB"];
const kUnknownDay = "undated";

const whole = new Intl.NumberFormat("en-US");

function count(n) {
  return whole.format(Math.round(Number(n) || 0));
}

// "1 article", "2,898 lines".
function counted(n, what) {
  return `${count(n)} ${plural(n, what)}`;
}

function plural(n, what) {
  return Number(n) === 1 ? what : `${what}s`;
}

// 0.4321 -> "43.2 %"; what is not nothing is not shown as nothing, nor what is not all as all. Halves
// are rounded to even, as the terminal rounds them.
function share(part, all) {
  if (!(all > 0)) return "–";
  const thousandths = toEven((1000 * part) / all);
  if (thousandths === 0 && part > 0) return "< 0.1 %";
  if (thousandths === 1000 && part < all) return "> 99.9 %";
  return `${(thousandths / 10).toFixed(1)} %`;
}

function toEven(value) {
  const below = Math.floor(value);
  const rest = value - below;
  return below + (rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? 1 : 0);
}

// 1.25, 12.5, 125, 1250.
function threeDigits(value) {
  return value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

function bytes(n) {
  let unit = 0;
  let value = Number(n) || 0;
  for (; value >= 1024 && unit + 1 < kBytes.length; ++unit) value /= 1024;
  return `${unit === 0 ? value : threeDigits(value)} ${kBytes[unit]}`;
}

// Of axes: 12,000 -> "12k"; `step`, from one label to the next, says how many decimals tell them
// apart.
function brief(n, step = 1) {
  const size = Math.abs(n);
  if (step < 1 && size < 1e4) return n.toFixed(Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)));
  if (size >= 1e9) return `${trimmed(n / 1e9)}G`;
  if (size >= 1e6) return `${trimmed(n / 1e6)}M`;
  if (size >= 1e4) return `${trimmed(n / 1e3)}k`;
  return whole.format(Math.round(n));
}

// Of large numbers that are read, not compared: 8,351,027 -> "8.35 M".
function compact(n) {
  for (const [size, unit] of [
    [1e9, "G"],
    [1e6, "M"],
  ])
    if (n >= 0.9995 * size) return `${threeDigits(n / size)} ${unit}`;
  return count(n);
}

function trimmed(n, digits = 1) {
  return Number(Number(n).toFixed(digits));
}

function ratio(n, digits = 2) {
  return n === null || n === undefined ? "–" : Number(n).toFixed(digits);
}

// Means, quantiles, shares: as many digits as say something.
function figure(n) {
  if (n === null || n === undefined) return "–";
  const value = Number(n);
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return whole.format(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const two = (n) => String(n).padStart(2, "0");
  if (milliseconds < 9950) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${two(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

const kMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// "2018-06-03" -> "3 Jun 2018", "2018-06" -> "Jun 2018", "2018" -> "2018".
function dayName(day) {
  if (!day) return kUnknownDay;
  const [year, month, date] = String(day).split("-");
  const name = kMonths[Number(month) - 1];
  if (!name) return year;
  return date ? `${Number(date)} ${name} ${year}` : `${name} ${year}`;
}

// "3 Jun 2018 to 9 Jun 2018"; of one day or month that one, once.
function spanName(first, last) {
  return first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`;
}

// "a, b and c".
function listed(items) {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

function sum(values) {
  return values.reduce((all, value) => all + (Number(value) || 0), 0);
}

// Characters that show nothing, or that move or turn what stands beside them: controls, bidi
// marks and isolates, zero-width characters, tags, private use.
const kUnseen = new RegExp(
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5" +
    "\\u180e\\u200b-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb" +
    "\\u{e0000}-\\u{e0fff}]",
  "gu",
);

const kUnseenNames = new Map([
  [0x1b, "ESC"],
  [0x00, "NUL"],
  [0xad, "SHY"],
  [0x200b, "ZWSP"],
  [0x200c, "ZWNJ"],
  [0x200d, "ZWJ"],
  [0x200e, "LRM"],
  [0x200f, "RLM"],
  [0x61c, "ALM"],
  [0x202a, "LRE"],
  [0x202b, "RLE"],
  [0x202c, "PDF"],
  [0x202d, "LRO"],
  [0x202e, "RLO"],
  [0x2066, "LRI"],
  [0x2067, "RLI"],
  [0x2068, "FSI"],
  [0x2069, "PDI"],
  [0xfeff, "BOM"],
]);
// Emoji and Indic and Arabic writing need joiners: between letters they are no surprise.
const kJoiners = new Set([0x200c, 0x200d]);

// The text in pieces: {text} of what can be seen, {name, code} of what cannot.
function pieces(text) {
  const found = [];
  let from = 0;
  for (const match of String(text).matchAll(kUnseen)) {
    const code = match[0].codePointAt(0);
    if (kJoiners.has(code)) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    found.push({ name: kUnseenNames.get(code) || `U+${hex}`, code: `U+${hex}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}
