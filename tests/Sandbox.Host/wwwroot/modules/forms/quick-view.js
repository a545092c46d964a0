// A look at the row that a lookup points at, by a quick view form of its table.
import { el } from "../base/dom.js";
import { may } from "../base/rights.js";
import { label, text } from "../base/texts.js";

export class QuickView {
  /** @param formOver makes a row form of a form description */
  constructor(app, table, cell, formOver) {
    const { column, forms } = cell.control.quickView;
    Object.assign(this, { app, table, column, forms, formOver, shown: null });
    this.element = el("div", { class: "quick-view" });
  }

  /** Shows the row of the lookup's value. */
  async show(value) {
    this.close();
    const form = value && this.app.forms.find(known => known.id === this.forms[value.table]);
    if (!form) {
      this.element.replaceChildren(el("p", { class: "quiet" }, text("quickViewEmpty", label(this.table.columns[this.column].label))));
      return;
    }
    if (!may(this.app, "Read", value.table)) {
      this.element.replaceChildren(el("p", { class: "quiet" }, text("notReadable", label(this.app.tables[value.table].pluralLabel))));
      return;
    }
    const rowForm = this.shown = this.formOver(form);
    await rowForm.look(value.id);
    if (this.shown === rowForm) this.element.replaceChildren(...rowForm.tabs.map(tab => tab.element));
  }

  /** Gives back what the row form holds. */
  close() {
    this.shown?.close();
    this.shown = null;
  }
}
