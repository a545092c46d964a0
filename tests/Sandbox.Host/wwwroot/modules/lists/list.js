// The list page of a table: view picker, search, grid.
import { remove, update } from "../base/api.js";
import { el, settled } from "../base/dom.js";
import { may } from "../base/rights.js";
import { listAddress, newAddress } from "../base/routes.js";
import { label, text, titled } from "../base/texts.js";
import { ComponentView } from "../components/component-view.js";
import { titleOf } from "../components/pcf-host.js";
import { chartsBeside } from "../dashboards/beside.js";
import { askForColumns } from "../forms/column-panel.js";
import { bodyOf } from "../values/values.js";
import { Grid } from "./grid.js";

const pageSize = 50;
const publicView = 0;
// Views that the reader wants to see as a grid though they have a code component.
const asGrid = new Set();

/** Shows the rows of a table in one of its views. */
export async function showList(app, place, tableName, viewId) {
  const table = app.tables[tableName];
  const views = app.views.filter(view => view.table === tableName && view.queryType === publicView)
    .sort((one, other) => label(one.label).localeCompare(label(other.label)));
  const view = views.find(known => known.id === viewId) ?? usual(views);
  const count = el("span", { class: "quiet", role: "status" });
  const commands = commandsFor(app, table, () => load());
  const card = el("div", { class: "card" });
  let rows = null;
  const draw = () => {
    rows?.close();
    const Shown = view.component && !asGrid.has(view.id) ? ComponentView : Grid;
    rows = new Shown(app, view, {
      pageSize, onCount: total => count.textContent = total === 1 ? text("row") : text("rows", total), onChosen: chosen => commands.choose(chosen),
    });
    card.replaceChildren(rows.element);
    return rows.load();
  };
  const charts = chartsBeside(app, view);
  const load = () => Promise.all([rows.load(), charts.load()]);

  place.replaceChildren(
    commands.elementWith(words => rows.find(words), charts.toggle), el("div", { class: "head" }, picker(views, view, tableName), count, view.component && await showAs(view, draw)),
    el("div", { class: "beside" }, card, charts.element));
  document.title = titled(label(view.label));
  await Promise.all([draw(), charts.load()]);
  return (silent = false) => {
    if (!silent) rows.close();
    return true;
  };
}

/** The choice between the code component of a view and the grid. */
async function showAs(view, draw) {
  const choice = el("select", { class: "picker small", aria: { label: text("showAs") }, on: { change: () => choose() } },
    el("option", {}, await titleOf(view.component.name)), el("option", { selected: asGrid.has(view.id) }, text("grid")));
  const choose = () => {
    if (choice.selectedIndex === 0) asGrid.delete(view.id);
    else asGrid.add(view.id);
    return draw();
  };
  return choice;
}

/** The view that a list opens on: the table's default, else the plainest one of open rows, which Dynamics' own defaults are. */
function usual(views) {
  const conditions = view => view.fetchXml.split("<condition").length;
  const plainest = views.filter(view => view.fetchXml.includes('attribute="statecode" operator="eq" value="0"'))
    .reduce((best, view) => best && conditions(best) <= conditions(view) ? best : view, undefined);
  return views.find(view => view.isDefault) ?? plainest ?? views[0];
}

/** The bar over the list: what can be done with the chosen rows shows while there are any. */
function commandsFor(app, table, load) {
  let chosen = [];
  const words = () => chosen.length === 1 ? chosen[0].name : text("rowsOf", chosen.length);
  const discard = async () => {
    if (!confirm(chosen.length === 1 ? text("removeAsk", words()) : text("removeMany", chosen.length))) return;
    for (const { id } of chosen) await remove(table.set, id);
    await load();
  };
  const assign = () => askForColumns(app, {
    title: text("assignTo", words()), action: text("assign"), columns: [{ table, name: "ownerid" }],
    done: async owner => {
      for (const { id } of chosen) await update(table.set, id, bodyOf(owner, table, app.tables));
      await load();
    },
  });
  const ofRows = el("span", { hidden: true },
    table.hasOwner && may(app, "Assign", table.name) && el("button", { type: "button", on: { click: assign } }, text("assign")),
    may(app, "Delete", table.name) && el("button", { type: "button", on: { click: discard } }, `✕ ${text("remove")}`));
  const count = el("span", { class: "quiet", role: "status" });
  const search = el("input", { type: "search", placeholder: text("search", label(table.pluralLabel)), aria: { label: text("search", label(table.pluralLabel)) } });

  return {
    choose(rows) {
      chosen = rows;
      ofRows.hidden = rows.length === 0;
      count.textContent = rows.length === 0 ? "" : text("chosen", rows.length);
    },
    elementWith(find, toggle) {
      search.addEventListener("input", settled(() => find(search.value)));
      return el("div", { class: "card commands", role: "toolbar", aria: { label: label(table.pluralLabel) } },
        may(app, "Create", table.name) && el("button", { type: "button", on: { click: () => location.hash = newAddress(table.name) } }, `+ ${text("create")}`),
        el("button", { type: "button", on: { click: load } }, `↻ ${text("refresh")}`),
        toggle, ofRows, count, el("span", { class: "end" }, search));
    },
  };
}

function picker(views, chosen, tableName) {
  const options = views.map(view => el("option", { value: view.id, selected: view === chosen }, label(view.label)));
  const select = el("select", { class: "picker", aria: { label: text("view") }, on: { change: () => location.hash = listAddress(tableName, select.value) } }, options);
  return el("h1", {}, select);
}
