// A dashboard of the solution: its tiles, each a list or a chart over the rows of a view.
import { el } from "../base/dom.js";
import { listAddress } from "../base/routes.js";
import { label, text, titled } from "../base/texts.js";
import { Grid } from "../lists/grid.js";
import { ChartPane } from "./chart.js";

/** Shows the dashboard. */
export async function showDashboard(app, place, id) {
  const dashboard = app.dashboards.find(known => known.id === id);
  if (!dashboard) throw new Error(text("notFound"));
  document.title = titled(label(dashboard.label));
  const tiles = dashboard.tiles.map(tile => tileFor(app, tile));
  const load = () => Promise.all(tiles.map(tile => tile.load()));
  place.replaceChildren(
    el("div", { class: "card commands" }, el("button", { type: "button", on: { click: load } }, `↻ ${text("refresh")}`)),
    el("div", { class: "head" }, el("h1", {}, label(dashboard.label))),
    el("div", { class: "dashboard", style: { "--columns": dashboard.columns } }, tiles.map(tile => tile.element)));
  await load();
}

function tileFor(app, tile) {
  const view = app.views.find(known => known.id === tile.viewId);
  const content = tile.chartId
    ? new ChartPane(app, app.charts.find(known => known.id === tile.chartId), view)
    : new Grid(app, view, { pageSize: tile.rowsPerPage });
  const title = label(tile.label);
  const element = el("section", { class: "card tile", aria: { label: title }, style: { "grid-column": `span ${tile.width}` } },
    el("header", {}, el("h2", {}, title), el("a", { class: "quiet", href: listAddress(tile.table, tile.viewId) }, label(view.label))),
    content.element);
  return { element, load: () => content.load() };
}
