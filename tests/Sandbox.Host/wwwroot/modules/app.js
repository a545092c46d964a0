// Starts the page: describes the app, draws the shell, and shows what the address asks for.
import { local, onWrite, reset } from "./base/api.js";
import { el, setAria } from "./base/dom.js";
import { showForm } from "./forms/form.js";
import { showList } from "./lists/list.js";
import { listAddress, routeOf, traceAddress } from "./base/routes.js";
import { addressIn, label, language, languages, text } from "./base/texts.js";
import { showTrace } from "./local/trace.js";

document.documentElement.lang = language.locale.slice(0, 2);

const main = el("main", { id: "main", tabIndex: -1 });
const alert = el("div", { class: "notice", role: "alert", hidden: true });
let leave = () => true;
let shown = location.hash;

/** Shows that something failed, with the sentence of what failed. */
function complain(error) {
  alert.hidden = false;
  alert.replaceChildren(el("strong", {}, text("failed")), ` ${error.message}`);
  main.prepend(alert);
}

async function start() {
  const app = await local("app");
  const navigation = el("nav", { class: "nav", aria: { label: text("siteMap") } }, app.navigation.map(group => groupOf(group, app)));
  document.body.replaceChildren(el("a", { class: "skip", href: "#main", on: { click: skip } }, text("skip")), bar(app, navigation), navigation, main);
  addEventListener("hashchange", () => show(app, navigation));
  addEventListener("beforeunload", event => leave(true) || event.preventDefault());
  onWrite((method, address) => dispatchEvent(new CustomEvent("dataverse:write", { detail: { method, address } })));
  if (!location.hash) history.replaceState(null, "", listAddress(app.navigation[0].tables[0]));
  await show(app, navigation);
}

function skip(event) {
  event.preventDefault();
  main.focus();
}

function bar(app, navigation) {
  const menu = el("button", { class: "menu", type: "button", aria: { expanded: "false", label: text("menu") }, on: { click: () => setAria(menu, "expanded", navigation.classList.toggle("open")) } }, "☰");
  const choice = el("select", { aria: { label: text("language") }, on: { change: () => location.assign(addressIn(choice.value)) } },
    languages.map(known => el("option", { value: known.code, selected: known === language }, known.name)));
  const initials = app.user.name.split(" ").map(part => part[0]).join("").slice(0, 2).toUpperCase();
  return el("header", { class: "bar" },
    menu, el("span", {}, "Sales"), el("span", { class: "about", title: `${app.solution} ${app.version}` }, text("about")),
    el("span", { class: "tools" },
      el("button", { type: "button", on: { click: startOver } }, text("reset")),
      el("a", { href: traceAddress }, text("trace")),
      choice, el("span", { class: "wide" }, `${text("actingAs")} ${app.user.name}`), el("span", { class: "avatar", aria: { hidden: "true" } }, initials)));
}

async function startOver() {
  if (!confirm(text("resetAsk"))) return;
  await reset();
  location.reload();
}

function groupOf(group, app) {
  const links = group.tables.map(name => el("li", {}, el("a", { href: listAddress(name), data: { table: name } }, label(app.tables[name].pluralLabel))));
  return [el("h2", {}, text(group.heading)), el("ul", {}, links)];
}

async function show(app, navigation) {
  if (location.hash === shown && main.childElementCount > 0) return;
  if (!leave()) {
    history.replaceState(null, "", shown);
    return;
  }
  shown = location.hash;
  leave = () => true;
  const { page, parts } = routeOf(shown);
  navigation.classList.remove("open");
  for (const link of navigation.querySelectorAll("a")) setAria(link, "current", link.dataset.table === parts[0] ? "page" : null);
  try {
    leave = await pageOf(app, page, parts) ?? leave;
  } catch (error) {
    main.replaceChildren();
    complain(error);
  }
}

function pageOf(app, page, parts) {
  if (page === "trace") return showTrace(main);
  if (!(parts[0] in app.tables)) throw new Error(text("notFound"));
  switch (page) {
    case "list": return showList(app, main, ...parts);
    case "form": return showForm(app, main, parts[0], parts[1]);
    case "new": return showForm(app, main, parts[0], null);
    default: throw new Error(text("notFound"));
  }
}

addEventListener("unhandledrejection", event => complain(event.reason));
start().catch(error => {
  document.body.replaceChildren(main);
  complain(error);
});
