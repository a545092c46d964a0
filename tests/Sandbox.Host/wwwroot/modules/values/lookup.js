// A lookup: the chosen row as a link with a cross, or a combobox that searches while one types.
import { fetchRows } from "../base/api.js";
import { el, freshId, setAria, settled } from "../base/dom.js";
import { may } from "../base/rights.js";
import { refine } from "./fetchxml.js";
import { formAddress } from "../base/routes.js";
import { label, text } from "../base/texts.js";

const mostFound = 20;

export class LookupField {
  constructor(app, column, onChange) {
    Object.assign(this, { app, column, onChange });
    this.listId = freshId();
    this.input = el("input", {
      class: "input", id: freshId(), type: "text", role: "combobox", autocomplete: "off",
      aria: { expanded: "false", controls: this.listId, autocomplete: "list" },
      on: { input: settled(() => this.#search()), focus: () => this.#search(), blur: () => this.#close(), keydown: event => this.#onKey(event) },
    });
    this.list = el("ul", { id: this.listId, role: "listbox", hidden: true, aria: { label: label(column.label) } });
    this.chosen = el("div", { class: "chosen" });
    this.element = el("div", { class: "lookup" }, this.chosen, this.input, this.list);
  }

  show(value, { readOnly = false } = {}) {
    this.chosen.hidden = !value;
    this.input.hidden = Boolean(value);
    this.input.value = "";
    this.input.disabled = readOnly;
    this.input.placeholder = readOnly ? text("unset") : text("lookFor", label(this.column.label));
    this.chosen.classList.toggle("fixed", readOnly);
    this.chosen.replaceChildren();
    if (!value) return;
    this.chosen.append(el("a", { href: formAddress(value.table, value.id) }, value.name));
    if (!readOnly) this.chosen.append(el("button", { type: "button", aria: { label: text("clear", label(this.column.label)) }, on: { click: () => this.#choose(null) } }, "✕"));
  }

  complain(sentence) {
    setAria(this.input, "invalid", sentence ? "true" : null);
    this.input.title = sentence ?? "";
  }

  async #search() {
    const question = this.question = Symbol();
    const found = await Promise.all(this.column.targets.filter(target => may(this.app, "Read", target.table)).map(target => this.#rowsOf(this.app.tables[target.table])));
    if (question !== this.question || document.activeElement !== this.input) return;

    const rows = found.flat().slice(0, mostFound);
    this.list.replaceChildren(...(rows.length > 0 ? rows.map(row => this.#option(row)) : [el("li", { aria: { disabled: "true" } }, text("nobody"))]));
    this.list.hidden = false;
    setAria(this.input, "expanded", true);
  }

  async #rowsOf(table) {
    const fetchXml = refine(
      `<fetch><entity name="${table.name}"><attribute name="${table.primaryKey}"/><attribute name="${table.primaryName}"/><order attribute="${table.primaryName}"/></entity></fetch>`,
      { search: { text: this.input.value.trim(), columns: [table.primaryName] }, count: mostFound });
    const { value } = await fetchRows(table.set, fetchXml);
    return value.map(row => ({ table: table.name, id: row[table.primaryKey], name: row[table.primaryName] ?? row[table.primaryKey] }));
  }

  #option(row) {
    const several = this.column.targets.length > 1;
    const pick = event => {
      event.preventDefault();
      this.#choose(row);
    };
    const option = el("li", { id: freshId(), role: "option", aria: { selected: "false" }, on: { mousedown: pick } }, row.name, several && el("small", {}, label(this.app.tables[row.table].label)));
    option.row = row;
    return option;
  }

  #onKey(event) {
    const options = [...this.list.querySelectorAll("[role=option]")];
    const at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
    switch (event.key) {
      case "ArrowDown": this.#mark(options, Math.min(at + 1, options.length - 1)); break;
      case "ArrowUp": this.#mark(options, Math.max(at - 1, 0)); break;
      case "Enter": if (at >= 0) this.#choose(options[at].row); break;
      case "Escape": this.#close(); break;
      default: return;
    }
    event.preventDefault();
  }

  #mark(options, at) {
    options.forEach((option, index) => setAria(option, "selected", index === at));
    setAria(this.input, "activedescendant", options[at]?.id);
    options[at]?.scrollIntoView({ block: "nearest" });
  }

  #close() {
    this.question = null;
    this.list.hidden = true;
    setAria(this.input, "expanded", false);
    setAria(this.input, "activedescendant", null);
  }

  #choose(row) {
    this.#close();
    this.show(row);
    this.onChange(row);
    (row ? this.chosen.querySelector("button") : this.input).focus();
  }
}
