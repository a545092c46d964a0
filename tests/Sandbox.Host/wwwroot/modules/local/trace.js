// The trace as a page: one block for each request, newest first, with everything that it set off.
import { local } from "../base/api.js";
import { el, settled } from "../base/dom.js";
import { label, language, text, titled } from "../base/texts.js";

const mostShown = 200;

const filters = [
  { name: "kindStep", fits: entries => entries.some(entry => entry.kind === "Step") },
  { name: "kinds", fits: () => true },
  { name: "kindRefusal", fits: entries => entries.some(isRefusal) },
  { name: "kindText", fits: entries => entries.some(entry => entry.kind === "Text") },
];

const isRefusal = entry => entry.kind === "Refusal" || entry.kind === "AsynchronousFailure";

export async function showTrace(app, place) {
  document.title = titled(text("trace"));
  const found = el("div", { class: "trace" });
  const count = el("span", { class: "quiet", role: "status" });
  const search = el("input", { type: "search", placeholder: text("traceFind"), aria: { label: text("traceFind") }, on: { input: settled(() => show()) } });
  const ofTable = el("select", { class: "input", aria: { label: text("traceTable") }, on: { change: () => show() } });
  const filter = el("select", { class: "input", aria: { label: text("traceShow") }, on: { change: () => show() } }, filters.map(({ name }) => el("option", {}, text(name))));
  let requests = [];
  const show = () => {
    const words = search.value.trim().toLowerCase();
    const table = ofTable.value;
    const fitting = requests.filter(entries => (!table || entries.some(entry => entry.table === table)) && filters[filter.selectedIndex].fits(entries) && (!words || entries.some(entry => contains(entry, words)))).slice(0, mostShown);
    count.textContent = text("traceClosed", fitting.length);
    found.replaceChildren(...(fitting.length > 0 ? fitting.map(entries => block(app, entries)) : [el("p", { class: "card none" }, text("traceEmpty"))]));
  };
  const load = async () => {
    requests = requestsIn(await local("trace"));
    offerTables(app, ofTable, requests);
    show();
  };
  place.replaceChildren(
    el("div", { class: "card commands" },
      el("button", { type: "button", on: { click: load } }, `↻ ${text("refresh")}`), el("span", { class: "end" }, ofTable, filter, search)),
    el("div", { class: "head" }, el("h1", {}, text("trace")), count),
    el("p", { class: "quiet" }, text("traceAbout")), found);
  await load();
}

/** The tables that anything happened to, with the one that was chosen still chosen. */
function offerTables(app, select, requests) {
  const chosen = select.value;
  const tables = [...new Set(requests.flat().map(entry => entry.table).filter(Boolean))].map(table => ({ table, words: nameOf(app, table) }));
  tables.sort((one, other) => one.words.localeCompare(other.words));
  select.replaceChildren(
    el("option", { value: "" }, text("traceTables")),
    ...tables.map(({ table, words }) => el("option", { value: table, selected: table === chosen }, words)));
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
    el("time", { class: "quiet", dateTime: first.at }, time.format(new Date(first.at))), " ",
    el("strong", {}, first.message), ` ${nameOf(app, first.table)} `, el("span", { class: "quiet" }, personOf(app, first), " "),
    entries.length > 1 && el("span", { class: "quiet" }, text("traceCounts", counted("Step"), counted("PluginCall"))),
    refused && el("span", { class: "refused" }, ` ${text(refused.kind)}`));
  return el("details", { class: "card" }, summary,
    el("div", { class: "grid" }, el("table", {},
      el("thead", {}, el("tr", {}, ["traceKind", "traceMessage", "traceTable", "traceUser", "traceText"].map(key => el("th", { scope: "col" }, text(key))))),
      el("tbody", {}, entries.map(entry => row(app, entry))))));
}

const time = new Intl.DateTimeFormat(language.locale, { timeStyle: "medium" });

// Users are listed without the platform's own.
const personOf = (app, { userId }) => userId === null ? "" : app.users.find(user => user.id === userId)?.name ?? "SYSTEM";

const nameOf = (app, table) => table === null ? "" : table in app.tables ? label(app.tables[table].label) : table;

function row(app, entry) {
  const cell = (key, words, properties = {}) => el("td", { data: { label: text(key) }, ...properties }, words);
  return el("tr", { class: isRefusal(entry) ? "refused" : entry.kind.toLowerCase() },
    cell("traceKind", text(entry.kind), { style: { "padding-inline-start": `${12 + 20 * (entry.depth - 1)}px` } }),
    cell("traceMessage", entry.message), cell("traceTable", nameOf(app, entry.table)), cell("traceUser", personOf(app, entry)), cell("traceText", entry.text ?? ""));
}
