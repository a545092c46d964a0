// A new row in a panel at the side: the table's quick-create form, or its main form.
import { label, text } from "../base/texts.js";
import { openPanel } from "./panel.js";
import { RowForm } from "./row-form.js";

/** Opens the panel; it closes when the row is saved or the reader cancels. `values` are given from the start. */
export async function openQuickCreate(app, tableName, values) {
  const forms = app.forms.filter(form => form.table === tableName);
  const form = forms.find(known => known.kind === "quickCreate") ?? forms.find(known => known.kind === "main");
  const rowForm = new RowForm(app, form, null);
  openPanel({
    title: text("newRow", label(app.tables[tableName].label)), content: rowForm.tabs.map(tab => tab.element),
    action: text("saveAndClose"), notice: rowForm.notice, done: () => rowForm.save(),
  });
  await rowForm.load(values);
}
