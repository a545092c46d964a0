// The trace as a page: what the sandbox did, newest first.
import { local } from "../base/api.js";
import { el } from "../base/dom.js";
import { text } from "../base/texts.js";

const mostShown = 500;

export async function showTrace(place) {
  document.title = `${text("trace")} · Sales`;
  const body = el("tbody");
  const load = async () => body.replaceChildren(...(await local("trace")).slice(-mostShown).reverse().map(row));
  place.replaceChildren(
    el("div", { class: "card commands" }, el("button", { type: "button", on: { click: load } }, `↻ ${text("refresh")}`)),
    el("div", { class: "head" }, el("h1", {}, text("trace")), el("span", { class: "quiet" }, text("traceAbout"))),
    el("div", { class: "card grid" }, el("table", {}, el("thead", {}, el("tr", {}, ["traceKind", "traceMessage", "traceTable", "traceText"].map(heading))), body)));
  await load();
}

const heading = key => el("th", { scope: "col" }, el("button", { type: "button", disabled: true }, text(key)));

function row(entry) {
  const indent = { "padding-inline-start": `${12 + 20 * (entry.depth - 1)}px` };
  const cell = (key, words, style) => el("td", { style, title: words ?? "", data: { label: text(key) } }, words ?? "");
  return el("tr", {}, cell("traceKind", entry.kind, indent), cell("traceMessage", entry.message), cell("traceTable", entry.table), cell("traceText", entry.text));
}
