// A list of related rows on a form.
import { associate } from "../base/api.js";
import { el } from "../base/dom.js";
import { may } from "../base/rights.js";
import { Grid } from "../lists/grid.js";
import { fieldFor } from "../values/fields.js";
import { openPanel } from "./panel.js";
import { openQuickCreate } from "./quick-create.js";
import { label, text } from "../base/texts.js";

/** Draws the subgrid; `refresh(parent, isFixed)` reads the rows of that row, null when it is not saved yet. To a fixed one none can be added. */
export function subgridFor(app, cell, parentTable) {
  const { table: tableName, relationship, viewId, rowsPerPage } = cell.control.subgrid;
  const table = app.tables[tableName];
  const view = app.views.find(known => known.id === viewId);
  const { lookup, link } = endOf(app, relationship, parentTable);
  const rows = el("div", {}, el("p", { class: "quiet" }, text("saveFirst")));
  const adding = el("button", { type: "button", hidden: true }, `+ ${link ? text("addExisting", label(table.label)) : text("newRow", label(table.label))}`);
  const element = el("div", { class: "subgrid" }, el("header", {}, el("h2", {}, label(cell.label)), adding), rows);

  return {
    element,
    async refresh(parent, isFixed) {
      adding.hidden = !parent || isFixed || !may(app, link ? "AppendTo" : "Create", tableName);
      if (!parent) return;
      if (!may(app, "Read", tableName)) {
        rows.replaceChildren(el("p", { class: "quiet" }, text("notReadable", label(table.pluralLabel))));
        return;
      }
      adding.onclick = () => link ? addExisting(app, table, link, parent) : openQuickCreate(app, tableName, { [lookup]: parent });
      const grid = new Grid(app, view, { pageSize: rowsPerPage, parent: { lookup, link, id: parent.id } });
      await grid.load();
      rows.replaceChildren(grid.element);
    },
  };
}

/** Asks for a row that there is, and links it. */
function addExisting(app, table, link, parent) {
  const column = { type: "Lookup", label: table.label, targets: [{ table: table.name }] };
  let chosen = null;
  const editor = fieldFor(app, column, row => chosen = row);
  editor.show(null);
  openPanel({
    title: text("addExisting", label(table.label)), action: text("add"),
    content: el("div", { class: "section cells" }, el("div", { class: "cell field" }, el("label", { htmlFor: editor.input.id }, label(table.label)), editor.element)),
    async done() {
      if (chosen === null) throw new Error(text("required", label(table.label)));
      await associate(app.tables[parent.table].set, parent.id, link.navigation, table.set, chosen.id);
      return true;
    },
  });
}

/** How rows of the related table are found from a row of the form's. */
function endOf(app, relationship, parentTable) {
  const end = app.relationships[relationship]?.find(({ table }) => table === parentTable);
  if (!end) throw new Error(`There is no relationship '${relationship}' of '${parentTable}'.`);
  return end;
}
