// The charts of a table beside its list, over the rows of the same view.
import { el, setAria } from "../base/dom.js";
import { label, text } from "../base/texts.js";
import { ChartPane } from "./chart.js";

const shownFor = new Map();

/** The pane, the button that shows and hides it, and a way to draw it anew. A table without charts has neither. */
export function chartsBeside(app, view) {
  const charts = app.charts.filter(chart => chart.table === view.table);
  if (charts.length === 0) return { element: null, toggle: null, load: async () => {} };

  const picker = el("select", { class: "picker small", aria: { label: text("chart") }, on: { change: () => choose(picker.value) } },
    charts.map(chart => el("option", { value: chart.id, selected: chart.id === shownFor.get(view.table) }, label(chart.label))));
  const place = el("div");
  const element = el("section", { class: "card tile", aria: { label: text("chart") } }, el("header", {}, picker), place);
  const toggle = el("button", { type: "button", on: { click: () => choose(element.hidden ? picker.value : null) } });

  const choose = id => {
    shownFor.set(view.table, id);
    return load();
  };
  const load = async () => {
    const chart = charts.find(known => known.id === shownFor.get(view.table));
    element.hidden = !chart;
    toggle.textContent = text(chart ? "hideChart" : "showChart");
    setAria(toggle, "expanded", Boolean(chart));
    if (!chart) return;
    const pane = new ChartPane(app, chart, view);
    place.replaceChildren(pane.element);
    await pane.load();
  };
  return { element, toggle, load };
}
