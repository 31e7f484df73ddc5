// The way from inputs to what is kept and what is dropped, and why: a flow chart whose bands are as wide
// as they have articles. Bands too thin to be seen get a hair's breadth.

const kNodeWidth = 9;
const kThinnest = 2;
const kLabelHeight = 21;
const kShownInputs = 6;

// What came in, by input; the smallest together.
function flowInputs(stats) {
  const rows = (stats.inputs || [])
    .map((input) => ({
      name: input.name,
      kept: input.kept,
      dropped: input.dropped,
      malformed: input.malformed,
      left: input.not_sampled,
    }))
    .sort((a, b) => linesOf(b) - linesOf(a));
  const named = rows.slice(0, rows.length > kShownInputs ? kShownInputs - 1 : kShownInputs);
  const all = flowTotals(stats);
  const rest = { name: "" };
  for (const outcome of ["kept", "dropped", "malformed", "left"])
    rest[outcome] = all[outcome] - sum(named.map((row) => row[outcome]));
  const inputs = all.inputs - named.length;
  rest.name = counted(inputs, "more input");
  return inputs > 0 && linesOf(rest) > 0 ? [...named, rest] : named;
}

function linesOf(row) {
  return row.kept + row.dropped + row.malformed + row.left;
}

function flowTotals(stats) {
  return {
    kept: stats.total.kept.articles,
    dropped: stats.total.in.articles - stats.total.kept.articles,
    malformed: stats.lines.malformed,
    left: stats.lines.not_sampled,
    inputs: kCut.inputs || (stats.inputs || []).length,
  };
}

// Middle column: outcomes; right column: reasons, beside the outcome that they are of.
function flowOutcomes(stats) {
  const totals = flowTotals(stats);
  const outcomes = [
    { id: "kept", name: "kept", tone: "accent", value: totals.kept },
    { id: "dropped", name: "dropped", tone: "gone", value: totals.dropped },
    { id: "malformed", name: "malformed", tone: "c-malformed", value: totals.malformed },
    { id: "left", name: "left out by --sample", tone: "c-empty", value: totals.left },
  ].filter((outcome) => outcome.value > 0);
  const reasons = [{ of: "kept", name: "kept", tone: "accent", value: totals.kept }];
  for (const [reason, value] of ranked(stats.dropped))
    reasons.push({ of: "dropped", name: reasonName(reason), tone: reasonColour(reason), value });
  for (const [kind, value] of ranked(stats.malformed))
    reasons.push({ of: "malformed", name: kind, tone: "c-malformed", value });
  if (totals.left > 0)
    reasons.push({ of: "left", name: "not in the sample", tone: "c-empty", value: totals.left });
  return { outcomes, reasons: reasons.filter((reason) => reason.value > 0) };
}

// Stacks nodes down a column; each gets y and height, and room for its label.
function stack(nodes, scale, gap, top) {
  let y = top;
  let label = -Infinity;
  for (const node of nodes) {
    node.height = Math.max(kThinnest, node.value * scale);
    node.y = Math.max(y, label + kLabelHeight - node.height / 2);
    label = node.y + node.height / 2;
    y = node.y + node.height + gap;
    node.sent = 0;
    node.got = 0;
  }
  return Math.max(y - gap, label + kLabelHeight / 2);
}

// A band from one node to another, at the places that are still free on both.
function band(from, to, value, scale, tone, title) {
  const wide = Math.max(1, value * scale);
  const x0 = from.x + kNodeWidth;
  const x1 = to.x;
  const y0 = from.y + Math.min(from.sent, Math.max(0, from.height - wide));
  const y1 = to.y + Math.min(to.got, Math.max(0, to.height - wide));
  from.sent += wide;
  to.got += wide;
  const xm = (x0 + x1) / 2;
  const path = svg(
    "path",
    {
      d:
        `M${x0},${y0}C${xm},${y0} ${xm},${y1} ${x1},${y1}V${y1 + wide}` +
        `C${xm},${y1 + wide} ${xm},${y0 + wide} ${x0},${y0 + wide}Z`,
    },
    svg("title", {}, title),
  );
  path.style.fill = `var(--${tone})`;
  // Little is dropped, mostly: it has to be seen beside what is kept.
  if (tone !== "accent") path.style.fillOpacity = "0.6";
  return path;
}

function node(at) {
  const box = svg("rect", { x: at.x, y: at.y, width: kNodeWidth, height: at.height, rx: 1 });
  box.style.fill = `var(--${at.tone || "faint"})`;
  return box;
}

// In the middle of its band; above a band that is so thin that it would strike the label through.
function flowLabel(at, text, more, isCrossed = false) {
  const y = isCrossed && at.height < kLabelHeight / 2 ? at.y - 5 : at.y + at.height / 2 + 4.5;
  return svg(
    "text",
    { x: at.x + kNodeWidth + 7, y },
    text,
    more ? svg("tspan", { class: "soft" }, ` ${more}`) : null,
  );
}

function drawFlow(stats, width) {
  const wide = width > 620;
  const { outcomes, reasons } = flowOutcomes(stats);
  const all = sum(outcomes.map((outcome) => outcome.value));
  const { malformed } = flowTotals(stats);
  const inputs = wide ? flowInputs(stats).map((row) => ({ ...row, value: linesOf(row) })) : [];
  const read = { name: "read", value: all, ...flowTotals(stats) };
  const sources = inputs.length > 0 ? inputs : [read];
  const height = Math.max(wide ? 190 : 150, Math.min(300, 60 + 22 * reasons.length));
  const scale = height / all;
  const labels = wide ? 258 : 186;
  const bottoms = [stack(sources, scale, 6, 8), stack(outcomes, scale, 26, 8), stack(reasons, scale, 8, 8)];
  for (const one of sources) one.x = 0;
  for (const one of outcomes) one.x = wide ? width * 0.42 : width * 0.3;
  for (const one of reasons) one.x = width - labels;
  const drawing = svg("svg", {
    viewBox: `0 0 ${width} ${Math.max(...bottoms) + 6}`,
    height: Math.max(...bottoms) + 6,
    role: "img",
    "aria-label": flowInWords(stats),
  });
  for (const source of sources)
    for (const outcome of outcomes)
      if (source[outcome.id] > 0)
        drawing.append(
          band(
            source,
            outcome,
            source[outcome.id],
            scale,
            outcome.tone,
            `${plain(source.name)}: ${count(source[outcome.id])} ${outcome.name}`,
          ),
        );
  for (const reason of reasons)
    drawing.append(
      band(
        outcomes.find((outcome) => outcome.id === reason.of),
        reason,
        reason.value,
        scale,
        reason.tone,
        `${reason.name}: ${count(reason.value)}`,
      ),
    );
  drawing.append(...[...sources, ...outcomes, ...reasons].map(node));
  for (const source of sources)
    drawing.append(flowLabel(source, shortened(source.name, wide ? 30 : 12), count(source.value)));
  for (const outcome of outcomes)
    if (outcome.id !== "kept" && wide)
      drawing.append(flowLabel(outcome, outcome.name, count(outcome.value), true));
  for (const reason of reasons)
    drawing.append(
      flowLabel(
        reason,
        reason.name,
        wide ? reasonFigures(reason, all - malformed - flowTotals(stats).left) : count(reason.value),
      ),
    );
  return drawing;
}

// Articles with their share of all articles, as in the cards above; lines that are none without.
function reasonFigures(reason, articles) {
  const isOfArticles = reason.of === "kept" || reason.of === "dropped";
  return isOfArticles ? `${count(reason.value)} · ${share(reason.value, articles)}` : count(reason.value);
}

function flowInWords(stats) {
  const { reasons } = flowOutcomes(stats);
  return `From what was read: ${reasons.map((one) => `${one.name} ${count(one.value)}`).join(", ")}`;
}

function flowFigure(stats) {
  const box = el("div");
  const draw = () => box.clientWidth > 0 && box.replaceChildren(drawFlow(stats, box.clientWidth));
  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(box.clientWidth - width) < 2) return;
    width = box.clientWidth;
    draw();
  }).observe(box);
  const { outcomes, reasons } = flowOutcomes(stats);
  const rows = reasons.map((one) => [
    one.name,
    outcomes.find((outcome) => outcome.id === one.of).name,
    count(one.value),
  ]);
  return el(
    "figure",
    { class: "flow" },
    el("figcaption", {}, "From inputs to what is kept", el("span", {}, " · lines read; shares of the articles")),
    box,
    asTable("From inputs to what is kept", { head: ["Reason", "Outcome", "Lines"], rows }),
  );
}
