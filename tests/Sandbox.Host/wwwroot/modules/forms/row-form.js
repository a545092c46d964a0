// The cells of a form over one row: draws them, reads the row, keeps what was changed, saves only that.
import { create, retrieve, update } from "../base/api.js";
import { el } from "../base/dom.js";
import { rightsOn } from "../base/rights.js";
import { fieldFor } from "../values/fields.js";
import { ComponentField } from "../components/component-field.js";
import { subgridFor } from "./subgrid.js";
import { label, text } from "../base/texts.js";
import { bodyOf, valueOf, wordsOf } from "../values/values.js";
import { QuickView } from "./quick-view.js";

const openState = 0;

export class RowForm {
  /** @param id the row; null for a new one */
  constructor(app, form, id) {
    Object.assign(this, { app, form, id });
    this.table = app.tables[form.table];
    this.values = {};
    this.changes = {};
    this.fields = [];
    this.subgrids = [];
    this.quickViews = [];
    this.rights = app.rights[form.table];
    this.notice = el("div", { class: "notice", role: "alert" });
    this.onChange = () => {};
    this.tabs = form.tabs.map(tab => ({ label: label(tab.label), element: this.#tab(tab) }));
  }

  get isDirty() {
    return Object.keys(this.changes).length > 0;
  }

  /** True when the row is closed or inactive, or the user may not change it: Dynamics shows such rows read-only. */
  get isReadOnly() {
    return !this.mayWrite || this.isClosed;
  }

  get isClosed() {
    return this.id !== null && (this.values.statecode ?? openState) !== openState;
  }

  get mayWrite() {
    return this.rights.includes(this.id === null ? "Create" : "Write");
  }

  /** Reads the row, or begins a new one with the given values. What was changed and not saved stays. */
  async load(given = {}) {
    if (this.id === null) {
      this.values = this.#defaults();
      Object.assign(this.changes, given);
    } else {
      const [row, rights] = await Promise.all([retrieve(this.table.set, this.id), rightsOn(this.app, this.table.name, this.id)]);
      this.rights = rights;
      this.values = Object.fromEntries(Object.entries(this.table.columns).map(([name, column]) => [name, valueOf(row, column)]));
    }
    this.#show();
    await Promise.all([
      ...this.subgrids.map(subgrid => subgrid.refresh(this.reference, this.isClosed || !this.rights.includes("AppendTo"))),
      ...this.quickViews.map(view => view.show(this.valueOf(view.column) ?? null))]);
  }

  /** What the platform will fill in for a new row: shown from the start, but not sent. */
  #defaults() {
    const columns = Object.entries(this.table.columns).filter(([, column]) => column.defaultValue !== null);
    const values = Object.fromEntries(columns.map(([name, column]) => [name, column.type === "YesNo" ? column.defaultValue === 1 : column.defaultValue]));
    if (this.table.hasOwner) values.ownerid = { table: "systemuser", id: this.app.user.id, name: this.app.user.name };
    return values;
  }

  /** The row as the value of a lookup; null while it is new. */
  get reference() {
    return this.id && { table: this.table.name, id: this.id, name: this.values[this.table.primaryName] ?? "" };
  }

  /** Saves what was changed. False, with the reason in the notice, when that did not work: then nothing is lost. */
  async save() {
    const missing = this.#missing();
    this.notice.textContent = missing.length > 0 ? text("required", missing.join(", ")) : "";
    if (missing.length > 0) return false;
    try {
      const body = bodyOf(this.changes, this.table, this.app.tables);
      if (this.id === null) this.id = await create(this.table.set, body);
      else if (this.isDirty) await update(this.table.set, this.id, body);
    } catch (error) {
      this.notice.replaceChildren(el("strong", {}, text("failed")), `\n${error.message}`);
      return false;
    }
    this.changes = {};
    return true;
  }

  #missing() {
    const empty = this.fields.filter(({ column, name, mayEdit }) => column.isRequired && mayEdit && (this.valueOf(name) ?? null) === null);
    for (const field of this.fields) field.editor.complain(empty.includes(field) ? text("required", label(field.column.label)) : null);
    return [...new Set(empty.map(field => label(field.column.label)))];
  }

  /** The value as the reader sees it: changed or stored. */
  valueOf(name) {
    return name in this.changes ? this.changes[name] : this.values[name];
  }

  #show() {
    for (const { name, editor, mayEdit } of this.fields) {
      const readOnly = this.isReadOnly || !mayEdit;
      editor.show(this.valueOf(name) ?? null, { readOnly, state: this.values.statecode ?? openState, values: this.values });
    }
    if (this.isReadOnly) {
      this.notice.classList.add("warning");
      this.notice.textContent = this.isClosed ? text("readOnlyRow", wordsOf(this.values.statecode, this.table.columns.statecode)) : text("readOnlyRights");
    }
  }

  #changed(name, value) {
    this.changes[name] = value;
    for (const field of this.fields) {
      if (field.name === name) field.editor.complain(null);
    }
    for (const view of this.quickViews) if (view.column === name) void view.show(value);
    this.onChange();
  }

  #tab(tab) {
    return el("div", { class: "tab-columns" }, tab.columns.map(column =>
      el("div", { style: { "flex-grow": Number.parseFloat(column.width) || 100 } }, column.sections.map(section => this.#section(section)))));
  }

  #section(section) {
    const cells = section.rows.flatMap(row => row.map(cell => this.#cell(cell, section.columns)));
    return el("section", { class: "card section", aria: { label: label(section.label) } },
      section.showsLabel && el("h2", {}, label(section.label)),
      el("div", { class: "cells", style: { "--columns": section.columns } }, cells));
  }

  #cell(cell, columns) {
    const style = { "grid-column": `span ${Math.min(cell.columnSpan, columns)}` };
    if (cell.control === null) return el("div", { class: "cell", style });
    switch (cell.control.kind) {
      case "column": return cell.control.component ? this.#component(cell, style) : this.#field(cell, style);
      case "subgrid": return this.#subgrid(cell, style);
      case "quickView": return this.#quickView(cell, style);
      default: return el("p", { class: "cell quiet", style }, text("undrawn", cell.control.undrawn));
    }
  }

  #field(cell, style) {
    const name = cell.control.column;
    const column = this.table.columns[name];
    const editor = fieldFor(this.app, column, value => this.#changed(name, value));
    this.#keep(name, cell, editor);
    const mark = column.isRequired && el("span", { class: "required", title: text("required", label(cell.label)), aria: { hidden: "true" } }, " *");
    if (column.isRequired) editor.input.setAttribute("aria-required", "true");
    if (!cell.showsLabel) editor.input.setAttribute("aria-label", label(cell.label));
    return el("div", { class: cell.showsLabel ? "cell field" : "cell bare", style, title: label(column.description) },
      cell.showsLabel && el("label", { htmlFor: editor.input.id }, label(cell.label), mark), editor.element);
  }

  #component(cell, style) {
    const name = cell.control.column;
    const editor = new ComponentField(this.app, this.table, cell, value => this.#changed(name, value));
    this.#keep(name, cell, editor);
    return el("div", { class: "cell bare", style }, cell.showsLabel && el("div", { class: "label" }, label(cell.label)), editor.element);
  }

  #keep(name, cell, editor) {
    const column = this.table.columns[name];
    const mayEdit = !cell.control.isDisabled && (this.id === null ? column.canCreate : column.canUpdate);
    this.fields.push({ name, column, editor, mayEdit });
  }

  #subgrid(cell, style) {
    const subgrid = subgridFor(this.app, cell, this.table.name);
    this.subgrids.push(subgrid);
    return el("div", { class: "cell", style }, subgrid.element);
  }

  #quickView(cell, style) {
    const view = new QuickView(this.app, this.table, cell, form => new RowForm(this.app, form, null));
    this.quickViews.push(view);
    return el("div", { class: "cell", style }, cell.showsLabel && el("div", { class: "label" }, label(cell.label)), view.element);
  }

  /** Shows a row that somebody only looks at: nothing of it can be edited here. */
  async look(id) {
    this.id = id;
    for (const field of this.fields) field.mayEdit = false;
    await this.load();
  }

  /** Gives back what code components hold. */
  close() {
    for (const { editor } of this.fields) editor.close?.();
    for (const view of this.quickViews) view.close();
  }
}
