// The trace as a page: one block for each request, newest first, with everything that it set off.
import { local } from "../base/api.js";
import { el, settled } from "../base/dom.js";
import { label, text } from "../base/texts.js";

const mostShown = 200;

const filters = [
  { name: "kindStep", fits: entries => entries.some(entry => entry.kind === "Step") },
  { name: "kinds", fits: () => true },
  { name: "kindRefusal", fits: entries => entries.some(isRefusal) },
  { name: "kindText", fits: entries => entries.some(entry => entry.kind === "Text") },
];

const isRefusal = entry => entry.kind === "Refusal" || entry.kind === "AsynchronousFailure";

export async function showTrace(app, place) {
  document.title = `${text("trace")} · Sales`;
  const found = el("div", { class: "trace" });
  const count = el("span", { class: "quiet", role: "status" });
  const search = el("input", { type: "search", placeholder: text("traceFind"), aria: { label: text("traceFind") }, on: { input: settled(() => show()) } });
  const filter = el("select", { class: "input", aria: { label: text("traceShow") }, on: { change: () => show() } }, filters.map(({ name }) => el("option", {}, text(name))));
  let requests = [];
  const show = () => {
    const words = search.value.trim().toLowerCase();
    const fitting = requests.filter(entries => filters[filter.selectedIndex].fits(entries) && (!words || entries.some(entry => contains(entry, words)))).slice(0, mostShown);
    count.textContent = text("traceClosed", fitting.length);
    found.replaceChildren(...(fitting.length > 0 ? fitting.map(entries => block(app, entries)) : [el("p", { class: "card none" }, text("traceEmpty"))]));
  };
  const load = async () => {
    requests = requestsIn(await local("trace"));
    show();
  };
  place.replaceChildren(
    el("div", { class: "card commands" },
      el("button", { type: "button", on: { click: load } }, `↻ ${text("refresh")}`), el("span", { class: "end" }, filter, search)),
    el("div", { class: "head" }, el("h1", {}, text("trace")), count),
    el("p", { class: "quiet" }, text("traceAbout")), found);
  await load();
}

/** The entries by the request that they belong to, newest first. What comes before the first request belongs to one that was forgotten. */
function requestsIn(entries) {
  const requests = [];
  for (const entry of entries) {
    if (entry.kind === "Request" || requests.length === 0) requests.unshift([]);
    requests[0].push(entry);
  }
  return requests;
}

const contains = (entry, words) => [entry.message, entry.table, entry.text].some(part => part?.toLowerCase().includes(words));

function block(app, entries) {
  const [first] = entries;
  const counted = kind => entries.filter(entry => entry.kind === kind).length;
  const refused = entries.find(isRefusal);
  const summary = el("summary", {},
    el("strong", {}, first.message), ` ${nameOf(app, first.table)} `,
    entries.length > 1 && el("span", { class: "quiet" }, text("traceCounts", counted("Step"), counted("PluginCall"))),
    refused && el("span", { class: "refused" }, ` ${text(refused.kind)}`));
  return el("details", { class: "card" }, summary,
    el("div", { class: "grid" }, el("table", {},
      el("thead", {}, el("tr", {}, ["traceKind", "traceMessage", "traceTable", "traceText"].map(key => el("th", { scope: "col" }, text(key))))),
      el("tbody", {}, entries.map(entry => row(app, entry))))));
}

const nameOf = (app, table) => table === null ? "" : table in app.tables ? label(app.tables[table].label) : table;

function row(app, entry) {
  const cell = (key, words, properties = {}) => el("td", { data: { label: text(key) }, ...properties }, words);
  return el("tr", { class: isRefusal(entry) ? "refused" : entry.kind.toLowerCase() },
    cell("traceKind", text(entry.kind), { style: { "padding-inline-start": `${12 + 20 * (entry.depth - 1)}px` } }),
    cell("traceMessage", entry.message), cell("traceTable", nameOf(app, entry.table)), cell("traceText", entry.text ?? ""));
}
