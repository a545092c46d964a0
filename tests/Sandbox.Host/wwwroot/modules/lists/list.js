// The list page of a table: view picker, search, grid.
import { el, settled } from "../base/dom.js";
import { Grid } from "./grid.js";
import { listAddress, newAddress } from "../base/routes.js";
import { label, text } from "../base/texts.js";

const pageSize = 50;
const publicView = 0;

/** Shows the rows of a table in one of its views. */
export async function showList(app, place, tableName, viewId) {
  const table = app.tables[tableName];
  const views = app.views.filter(view => view.table === tableName && view.queryType === publicView)
    .sort((one, other) => label(one.label).localeCompare(label(other.label)));
  const view = views.find(known => known.id === viewId) ?? usual(views);
  const count = el("span", { class: "quiet", role: "status" });
  const grid = new Grid(app, view, { pageSize, onCount: total => count.textContent = total === 1 ? text("row") : text("rows", total) });

  place.replaceChildren(commands(table, grid), el("div", { class: "head" }, picker(views, view, tableName), count), el("div", { class: "card" }, grid.element));
  document.title = `${label(view.label)} · Sales`;
  await grid.load();
}

/** The view that a list opens on: the table's default, else the plainest one of open rows, which Dynamics' own defaults are. */
function usual(views) {
  const conditions = view => view.fetchXml.split("<condition").length;
  const plainest = views.filter(view => view.fetchXml.includes('attribute="statecode" operator="eq" value="0"'))
    .reduce((best, view) => best && conditions(best) <= conditions(view) ? best : view, undefined);
  return views.find(view => view.isDefault) ?? plainest ?? views[0];
}

function commands(table, grid) {
  const search = el("input", { type: "search", placeholder: text("search", label(table.pluralLabel)), aria: { label: text("search", label(table.pluralLabel)) } });
  search.addEventListener("input", settled(() => grid.find(search.value)));
  return el("div", { class: "card commands" },
    el("button", { type: "button", on: { click: () => location.hash = newAddress(table.name) } }, `+ ${text("create")}`),
    el("button", { type: "button", on: { click: () => grid.load() } }, `↻ ${text("refresh")}`),
    el("span", { class: "end" }, search));
}

function picker(views, chosen, tableName) {
  const options = views.map(view => el("option", { value: view.id, selected: view === chosen }, label(view.label)));
  const select = el("select", { class: "picker", aria: { label: text("view") }, on: { change: () => location.hash = listAddress(tableName, select.value) } }, options);
  return el("h1", {}, select);
}
