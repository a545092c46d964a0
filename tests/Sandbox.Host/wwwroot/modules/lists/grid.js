// A table of rows as a view lays it out: sorted by its headers, opened by a click, with further rows on demand.
import { fetchRows } from "../base/api.js";
import { el, setAria } from "../base/dom.js";
import { nextPage, refine, totalIn } from "../values/fetchxml.js";
import { formAddress } from "../base/routes.js";
import { label, text } from "../base/texts.js";
import { isNumber, valueOf, wordsOf } from "../values/values.js";

export class Grid {
  /**
   * @param app the description of the app
   * @param view the view to show
   * @param options `pageSize`; `parent` { lookup or link, id } to show the rows of one row; `onCount` to hear how many there are;
   *   `onChosen` to let rows be chosen, and hear which: { id, name } each
   */
  constructor(app, view, { pageSize, parent = null, onCount = () => {}, onChosen = null }) {
    Object.assign(this, { app, view, pageSize, parent, onCount, onChosen });
    this.table = app.tables[view.table];
    this.search = "";
    this.order = null;
    this.body = el("tbody");
    this.footer = el("div", { class: "more", hidden: true });
    // The widths of the view are shares of the width there is; below three quarters of their sum the table scrolls.
    this.columns = view.columns.filter(column => !column.isHidden);
    this.width = this.columns.reduce((sum, column) => sum + column.width, 0);
    this.headers = this.columns.map(column => this.#header(column));
    this.element = el("div", {},
      el("div", { class: "grid" }, el("table", { style: { "--least": `${0.75 * this.width}px` }, aria: { label: label(view.label) } }, el("thead", {}, el("tr", {}, onChosen && this.#chooseAll(), this.headers)), this.body)),
      this.footer);
  }

  /** Reads the first page again. */
  async load() {
    await this.#read(null);
  }

  /** Narrows to rows that contain the text. */
  async find(words) {
    this.search = words.trim();
    await this.load();
  }

  /** A grid holds nothing that it must give back. */
  close() {}

  #columnOf = shown => this.app.tables[shown.table].columns[shown.column];

  #header(shown) {
    const column = this.#columnOf(shown);
    const button = el("button", { type: "button", title: label(column.label), on: { click: () => this.#sortBy(shown.name) } }, label(column.label));
    return el("th", { scope: "col", class: isNumber(column) ? "number" : "", style: { width: `${100 * shown.width / this.width}%` } }, button);
  }

  async #sortBy(name) {
    this.order = { name, descending: this.order?.name === name && !this.order.descending };
    this.columns.forEach((column, at) =>
      setAria(this.headers[at], "sort", column.name === name ? (this.order.descending ? "descending" : "ascending") : null));
    await this.load();
  }

  async #read(cookie) {
    // An answer that comes after a newer question was asked is not shown.
    const question = this.question = Symbol();
    const fetchXml = refine(this.view.fetchXml, {
      search: { text: this.search, columns: this.table.searchColumns },
      orders: this.order ? [this.order] : [], parent: this.parent, count: this.pageSize, cookie, total: true,
    });
    const answer = await fetchRows(this.table.set, fetchXml);
    if (question !== this.question) return;

    const rows = answer.value.map(row => this.#row(row));
    if (cookie) this.body.append(...rows);
    else this.body.replaceChildren(...(rows.length > 0 ? rows : [this.#empty()]));
    const shown = this.body.querySelectorAll("tr[data-id]").length;
    this.#offerMore(nextPage(answer), shown, totalIn(answer));
    this.onCount(totalIn(answer));
    this.#tellChosen();
  }

  #chooseAll() {
    this.all = el("input", { type: "checkbox", aria: { label: text("chooseAll") }, on: { change: () => {
      for (const box of this.#boxes()) box.checked = this.all.checked;
      this.#tellChosen();
    } } });
    return el("th", { scope: "col", class: "pick" }, this.all);
  }

  #boxes = () => [...this.body.querySelectorAll(".pick input")];

  #tellChosen() {
    if (!this.onChosen) return;
    const boxes = this.#boxes();
    const chosen = boxes.filter(box => box.checked);
    this.all.checked = boxes.length > 0 && chosen.length === boxes.length;
    this.all.indeterminate = chosen.length > 0 && !this.all.checked;
    this.onChosen(chosen.map(box => ({ id: box.value, name: box.dataset.name })));
  }

  #pick(id, name) {
    return el("td", { class: "pick" }, el("input", { type: "checkbox", value: id, data: { name }, aria: { label: text("choose", name) }, on: { change: () => this.#tellChosen() } }));
  }

  #row(row) {
    const id = row[this.table.primaryKey];
    const cells = this.columns.map((shown, at) => this.#cell(row, shown, at === 0 ? id : null));
    const opens = event => event.target.closest("a, .pick") ?? open(this.table.name, id);
    return el("tr", { data: { id }, on: { click: opens } }, this.onChosen && this.#pick(id, cells[0].textContent), cells);
  }

  #cell(row, shown, id) {
    const column = this.#columnOf(shown);
    const words = wordsOf(valueOf(row, column, shown.name.includes(".") ? shown.name : column.property), column);
    const content = id === null ? words : el("a", { href: formAddress(this.table.name, id) }, words || text("unset"));
    return el("td", { class: isNumber(column) ? "number" : "", title: words, data: { label: label(column.label) } }, content);
  }

  #empty() {
    const sentence = this.search ? text("noneFound", this.search) : text("none");
    return el("tr", {}, el("td", { class: "none", colSpan: this.columns.length + (this.onChosen ? 1 : 0) }, sentence));
  }

  #offerMore(cookie, shown, total) {
    this.footer.hidden = !cookie;
    if (cookie) this.footer.replaceChildren(text("shown", shown, total), el("button", { type: "button", on: { click: () => this.#read(cookie) } }, text("more")));
  }
}

function open(table, id) {
  location.hash = formAddress(table, id);
}
