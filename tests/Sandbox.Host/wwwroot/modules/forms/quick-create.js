// A panel at the side for a new row: the table's quick-create form, or its main form.
import { el } from "../base/dom.js";
import { RowForm } from "./row-form.js";
import { label, text } from "../base/texts.js";

/** Opens the panel; it closes itself when the row is saved or the reader cancels. `values` are given from the start. */
export async function openQuickCreate(app, tableName, values) {
  const table = app.tables[tableName];
  const forms = app.forms.filter(form => form.table === tableName);
  const form = forms.find(known => known.kind === "quickCreate") ?? forms.find(known => known.kind === "main");
  const rowForm = new RowForm(app, form, null);
  const save = async () => {
    if (await rowForm.save()) dialog.close();
  };
  const title = text("newRow", label(table.label));
  const dialog = el("dialog", { aria: { label: title }, on: { close: () => dialog.remove() } },
    el("div", { class: "panel" },
      el("header", {}, el("h2", {}, title), rowForm.notice),
      el("div", { class: "content" }, rowForm.tabs.map(tab => tab.element)),
      el("footer", {},
        el("button", { class: "primary", type: "button", on: { click: save } }, text("saveAndClose")),
        el("button", { class: "secondary", type: "button", on: { click: () => dialog.close() } }, text("cancel")))));
  document.body.append(dialog);
  dialog.showModal();
  await rowForm.load(values);
}
