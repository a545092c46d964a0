// A chart of the solution over the rows of a view: asks for the sums by the chart's own FetchXML and hands them to the chart library.
import { fetchRows } from "../base/api.js";
import { el } from "../base/dom.js";
import { label, language, text } from "../base/texts.js";
import { over } from "../values/fetchxml.js";

const formatted = "@OData.Community.Display.V1.FormattedValue";
const library = "/platform/charts.js";
const usualColors = ["#0f6cbd", "#ca5010", "#498205", "#7a3ca0", "#007880", "#a4262c", "#605e5c", "#003e73"];

/** How the library calls the kinds of charts, and how it is to lie them. */
const kinds = {
  Column: { type: "bar" },
  StackedColumn: { type: "bar", stacked: true },
  Bar: { type: "bar", lying: true },
  StackedBar: { type: "bar", lying: true, stacked: true },
  Line: { type: "line" },
  Area: { type: "line", filled: true },
  Pie: { type: "pie", round: true },
  Doughnut: { type: "doughnut", round: true },
};

export class ChartPane {
  constructor(app, chart, view) {
    Object.assign(this, { app, chart, view });
    this.kind = kinds[chart.series[0].type];
    this.table = app.tables[chart.table];
    this.place = el("div", { class: "chart" });
    this.element = el("div", {}, this.place);
  }

  async load() {
    if (!this.kind) throw new Error(text("unknownChart", this.chart.series[0].type));
    const { value: rows } = await fetchRows(this.table.set, over(this.chart.fetchXml, this.view.fetchXml));
    this.drawn?.destroy();
    if (rows.length === 0) {
      this.place.replaceChildren(el("p", { class: "none" }, text("chartEmpty")));
      return;
    }
    const { Chart } = await import(library).catch(() => {
      throw new Error(text("noCharts"));
    });
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    const data = dataOf(this.chart, rows);
    const canvas = el("canvas", { role: "img", aria: { label: label(this.chart.description) || label(this.chart.label) } });
    this.place.replaceChildren(canvas, inWords(data));
    this.drawn = new Chart(canvas, configuration(this.kind, data, this.chart));
  }
}

/** Categories along the axis, and for each series its numbers there. */
function dataOf({ category, splitBy, series }, rows) {
  const categories = valuesOf(rows, category);
  const parts = splitBy ? valuesOf(rows, splitBy) : [null];
  const numberOf = (at, part, measure) => rows.find(row => keyOf(row, category) === at && (part === null || keyOf(row, splitBy) === part.key))?.[measure] ?? null;
  return {
    categories: categories.map(({ words }) => words),
    series: series.flatMap(({ measure }) => parts.map(part => ({ words: part?.words ?? "", numbers: categories.map(({ key }) => numberOf(key, part, measure)) }))),
  };
}

const keyOf = (row, alias) => row[alias] ?? null;

function valuesOf(rows, alias) {
  const words = new Map(rows.map(row => [keyOf(row, alias), row[alias + formatted] ?? String(row[alias] ?? text("unset"))]));
  return [...words].map(([key, said]) => ({ key, words: said }));
}

/** A long name in lines: the library cuts off what does not fit. */
function inLines(words) {
  const most = 20;
  return words.split(" ").reduce((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);
}

const number = new Intl.NumberFormat(language.locale, { maximumFractionDigits: 1 });

/** The same for those who do not see the picture. */
function inWords({ categories, series }) {
  const heads = series.length > 1 ? el("tr", {}, el("td"), series.map(one => el("th", { scope: "col" }, one.words))) : null;
  return el("table", { class: "unseen" }, heads, categories.map((category, at) =>
    el("tr", {}, el("th", { scope: "row" }, category), series.map(one => el("td", {}, one.numbers[at] === null ? "" : number.format(one.numbers[at]))))));
}

function configuration({ type, lying, stacked, filled, round }, { categories, series }, { colors }) {
  const style = getComputedStyle(document.documentElement);
  const token = name => style.getPropertyValue(`--${name}`).trim();
  const color = at => (colors.length > 0 ? colors : usualColors)[at % (colors.length || usualColors.length)];
  const axis = value => ({
    stacked, beginAtZero: value, border: { color: token("colorNeutralStroke1") },
    ticks: { color: token("colorNeutralForeground2"), ...(value ? { precision: 0 } : { autoSkip: false }) }, grid: { display: value, color: token("colorNeutralStroke2") },
  });
  return {
    type,
    data: {
      labels: round ? categories : categories.map(inLines),
      datasets: series.map((one, at) => ({
        label: one.words, data: one.numbers, fill: filled ?? false, maxBarThickness: 40, borderWidth: type === "line" ? 2 : 0,
        backgroundColor: round ? categories.map((_, part) => color(part)) : color(at), borderColor: color(at),
      })),
    },
    options: {
      animation: false, maintainAspectRatio: false, indexAxis: lying ? "y" : "x", locale: language.locale,
      plugins: { legend: { display: round || series.length > 1, position: round ? "right" : "bottom", labels: { color: token("colorNeutralForeground2"), boxWidth: 12 } } },
      scales: round ? {} : { x: axis(Boolean(lying)), y: axis(!lying) },
    },
  };
}
