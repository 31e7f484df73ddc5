// Tables that sort and filter. Heads are buttons, so the keyboard reaches them; which way a column
// is sorted is said to those who do not see the arrow.

const kFirstRows = 12;
const kMoreRows = 100;

// Numbers within text by their value: article 2 before article 14.
const kByText = new Intl.Collator("en", { numeric: true });

// options: title, unit, rows, columns [{name, value(row), cell(row), kind: "text" | "number" |
// "bar" | "wide" | "day", first: "ascending" | "descending"}], filter: text(row) or null, sort:
// index of the column it comes sorted by, first: rows shown, after: node below, style: a class,
// part: of partOf(), for a list that was cut.
function table(options) {
  return new SortableTable(options).element;
}

class SortableTable {
  constructor(options) {
    this.options = options;
    this.rows = options.rows;
    this.most = options.first || kFirstRows;
    this.sorted = options.sort === undefined ? this.orderOfRows() : options.sort;
    this.descending = true;
    this.wanted = "";
    this.build();
    this.show();
  }

  // The first column of numbers that the rows come sorted by, from the largest down; null: none.
  orderOfRows() {
    const { columns, rows } = this.options;
    const goesDown = (column, i) => {
      if (this.isText(i) || rows.length < 2) return false;
      const values = rows.map((row) => Number(column.value(row)));
      return values[0] > values[values.length - 1] && values.every((n, at) => at === 0 || n <= values[at - 1]);
    };
    const found = columns.findIndex(goesDown);
    return found < 0 ? null : found;
  }

  build() {
    const { title, unit, columns, after, rows, filter } = this.options;
    this.heads = columns.map((column, i) => this.head(column, i));
    this.body = el("tbody");
    this.count = el("output", { "aria-live": "polite" });
    this.more = el("div", { class: "more" });
    const big = rows.length > (this.options.first || kFirstRows);
    this.element = el(
      "div",
      { class: "table" },
      // Beside the table's own caption: that is as wide as the columns, and would be cut with them.
      el(
        "p",
        { class: "caption", "aria-hidden": "true" },
        title,
        unit ? withFlags(el("span", {}, ` · ${unit}`)) : null,
      ),
      filter && big ? this.tools() : null,
      el(
        "div",
        { class: "scroll" },
        el(
          "table",
          { class: this.options.style },
          el("caption", { class: "hidden" }, title, unit ? ` · ${unit}` : null),
          el("thead", {}, el("tr", {}, this.heads)),
          this.body,
        ),
      ),
      this.more,
      after,
    );
  }

  head(column, i) {
    const button = el("button", { type: "button", onclick: () => this.sortBy(i) }, column.name);
    return el("th", { scope: "col", class: column.kind === "number" ? "number" : null }, button);
  }

  tools() {
    const id = `filter-${(SortableTable.made = (SortableTable.made || 0) + 1)}`;
    const input = el("input", {
      type: "search",
      id,
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => {
        this.wanted = input.value.trim().toLowerCase();
        this.show();
      },
    });
    return el(
      "div",
      { class: "tools" },
      el("label", { for: id }, this.options.filterLabel || "Filter"),
      input,
      this.count,
    );
  }

  sortBy(i) {
    const first = this.options.columns[i].first || (this.isText(i) ? "ascending" : "descending");
    if (this.sorted === i) this.descending = !this.descending;
    else this.descending = first === "descending";
    this.sorted = i;
    this.show();
  }

  isText(i) {
    const kind = this.options.columns[i].kind;
    return kind !== "number" && kind !== "bar";
  }

  // Where values are equal the rows stay in the order in which they came; those without a value
  // come last, whichever way.
  inOrder(rows) {
    if (this.sorted === null) return rows;
    const { value } = this.options.columns[this.sorted];
    const sign = this.descending ? -1 : 1;
    const compared = this.isText(this.sorted)
      ? (a, b) => sign * kByText.compare(String(a), String(b))
      : (a, b) => sign * ((Number(a) > Number(b)) - (Number(a) < Number(b)));
    const isMissing = (one) => one === null || one === undefined || one === "" || Number.isNaN(one);
    return rows
      .map((row) => [value(row), row])
      .sort((a, b) => {
        const missing = isMissing(a[0]) - isMissing(b[0]);
        return missing || (isMissing(a[0]) ? 0 : compared(a[0], b[0]));
      })
      .map((pair) => pair[1]);
  }

  show() {
    const { filter, columns } = this.options;
    const found =
      this.wanted === ""
        ? this.rows
        : this.rows.filter((row) => String(filter(row)).toLowerCase().includes(this.wanted));
    const rows = this.inOrder(found).slice(0, this.most);
    this.heads.forEach((head, i) =>
      head.setAttribute(
        "aria-sort",
        this.sorted !== i ? "none" : this.descending ? "descending" : "ascending",
      ),
    );
    this.body.replaceChildren(
      ...rows.map((row) =>
        el(
          "tr",
          {},
          columns.map((column, i) => this.cell(column, row, i)),
        ),
      ),
    );
    this.tellCount(found.length);
    this.offerMore(found.length);
  }

  // Whoever filters has to know that what is not found here may be in the file.
  tellCount(found) {
    const { part } = this.options;
    const all = counted(this.rows.length, "row");
    if (this.wanted === "") return this.count.replaceChildren(all);
    this.count.replaceChildren(
      `${count(found)} of ${all}`,
      ...(part ? [`; the page has only ${part.has}`] : []),
      ...(part && part.file ? [": all are in ", code(`tables/${part.file}`)] : []),
    );
  }

  cell(column, row, i) {
    const content = column.cell ? column.cell(row) : column.value(row);
    const kind = column.kind === "text" ? null : column.kind;
    return i === 0 ? el("th", { scope: "row", class: kind }, content) : el("td", { class: kind }, content);
  }

  offerMore(all) {
    const left = all - this.most;
    this.more.replaceChildren();
    if (left <= 0) return;
    const button = (name, most) =>
      el(
        "button",
        {
          type: "button",
          class: "plain",
          onclick: () => {
            const shown = this.body.rows.length;
            this.most = most;
            this.show();
            // To the first of the new rows, from where Tab goes on.
            const first = this.body.rows[shown];
            first.tabIndex = -1;
            first.focus();
          },
        },
        name,
      );
    this.more.append(
      el("span", { class: "note on-paper" }, `${count(this.most)} of ${counted(all, "row")}.`),
      button(`Show ${count(Math.min(left, kMoreRows))} more`, this.most + kMoreRows),
      left > kMoreRows ? button(`Show all ${count(all)}`, all) : "",
    );
  }
}

// A value with a bar of its share of the largest.
function barCell(value, largest, text, tone = "accent") {
  const fill = el("span", { class: value > 0 ? "bar-fill" : "bar-fill none" });
  fill.style.width = `${largest > 0 ? Math.max(0, Math.min(100, (100 * value) / largest)) : 0}%`;
  fill.style.background = `var(--${tone})`;
  return el(
    "span",
    { class: "bar-box" },
    el("span", { class: "value" }, text === undefined ? count(value) : text),
    el("span", { class: "bar-track", "aria-hidden": "true" }, fill),
  );
}

function largestOf(rows, value) {
  return rows.reduce((most, row) => Math.max(most, value(row)), 0);
}
