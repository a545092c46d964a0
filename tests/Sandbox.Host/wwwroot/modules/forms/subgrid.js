// A list of related rows on a form.
import { el } from "../base/dom.js";
import { may } from "../base/rights.js";
import { Grid } from "../lists/grid.js";
import { openQuickCreate } from "./quick-create.js";
import { label, text } from "../base/texts.js";

/** Draws the subgrid; `refresh(parent, isFixed)` reads the rows of that row, null when it is not saved yet. To a fixed one none can be added. */
export function subgridFor(app, cell, parentTable) {
  const { table: tableName, relationship, viewId, rowsPerPage } = cell.control.subgrid;
  const table = app.tables[tableName];
  const view = app.views.find(known => known.id === viewId);
  const lookup = lookupOf(app, relationship, parentTable);
  const rows = el("div", {}, el("p", { class: "quiet" }, text("saveFirst")));
  const create = el("button", { type: "button", hidden: true }, `+ ${text("newRow", label(table.label))}`);
  const element = el("div", { class: "subgrid" }, el("header", {}, el("h2", {}, label(cell.label)), create), rows);

  return {
    element,
    async refresh(parent, isFixed) {
      create.hidden = !parent || isFixed || !may(app, "Create", tableName);
      if (!parent) return;
      if (!may(app, "Read", tableName)) {
        rows.replaceChildren(el("p", { class: "quiet" }, text("notReadable", label(table.pluralLabel))));
        return;
      }
      create.onclick = () => openQuickCreate(app, tableName, { [lookup]: parent });
      const grid = new Grid(app, view, { pageSize: rowsPerPage, parent: { lookup, id: parent.id } });
      await grid.load();
      rows.replaceChildren(grid.element);
    },
  };
}

/** The lookup of the related table that the relationship is about. */
function lookupOf(app, relationship, parentTable) {
  const collection = app.relationships[relationship];
  if (!collection || collection.table !== parentTable) throw new Error(`There is no relationship '${relationship}' of '${parentTable}'.`);
  return collection.lookup;
}
