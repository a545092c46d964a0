// What stands around every page: the bar with the tools of the sandbox, and the navigation of the app.
import { local } from "./base/api.js";
import { el, setAria } from "./base/dom.js";
import { dashboardIcon, iconOf, tableIcon } from "./base/icons.js";
import { may } from "./base/rights.js";
import { dashboardAddress, listAddress, snapshotAddress, traceAddress } from "./base/routes.js";
import { addressIn, label, language, languages, text } from "./base/texts.js";
import { switchTo } from "./local/acting.js";

const addressOf = entry => entry.table ? listAddress(entry.table) : dashboardAddress(entry.dashboard);

/**
 * The navigation, with what the user may see: `home` is where it leads first, and `mark(target)` shows which entry a page belongs to.
 */
export function navigationOf(app) {
  const visible = visibleTo(app);
  const areas = visible.map(area => el("div", {}, area.groups.map(group => groupOf(app, group))));
  const choice = el("select", { class: "picker small", aria: { label: text("area") }, on: { change: () => show(choice.selectedIndex) } },
    visible.map(area => el("option", {}, label(area.label))));
  const show = chosen => areas.forEach((area, at) => area.hidden = at !== chosen);
  const element = el("nav", { class: "nav", aria: { label: text("siteMap") } }, areas, areas.length > 1 && el("div", { class: "area" }, choice));
  show(0);
  return {
    element,
    home: visible.length > 0 ? addressOf(visible[0].groups[0].entries[0]) : "#",
    mark(target) {
      element.classList.remove("open");
      for (const link of element.querySelectorAll("a")) setAria(link, "current", link.dataset.target === target ? "page" : null);
    },
  };
}

// An entry needs what the site map says, and the right to read its table, or some table of its dashboard; what has no entries left is not shown.
function visibleTo(app) {
  const allowed = entry => entry.needs.every(({ table, privilege }) => may(app, privilege, table));
  const tablesOf = entry => entry.table ? [entry.table] : app.dashboards.find(({ id }) => id === entry.dashboard).tiles.map(tile => tile.table);
  const seen = entry => allowed(entry) && tablesOf(entry).some(table => may(app, "Read", table));
  const shown = (all, part, isShown) => all.map(one => ({ ...one, [part]: isShown(one[part]) })).filter(one => one[part].length > 0);
  return shown(app.navigation, "groups", groups => shown(groups, "entries", entries => entries.filter(seen)));
}

function groupOf(app, group) {
  const links = group.entries.map(entry => el("li", {}, el("a", { href: addressOf(entry), data: { target: entry.table ?? entry.dashboard } }, entry.table ? tableIcon(app.tables[entry.table]) : dashboardIcon(), label(entry.label))));
  return [el("h2", {}, label(group.label)), el("ul", {}, links)];
}

/** The bar. */
export function barOf(app, navigation) {
  const menu = el("button", { class: "menu", type: "button", aria: { expanded: "false", label: text("menu") }, on: { click: () => setAria(menu, "expanded", navigation.classList.toggle("open")) } }, "☰");
  const choice = el("select", { class: "wide", aria: { label: text("language") }, on: { change: () => location.assign(addressIn(choice.value)) } },
    languages.map(known => el("option", { value: known.code, selected: known === language }, known.name)));
  return el("header", { class: "bar" },
    menu, iconOf(app.icon), el("span", {}, app.name), el("span", { class: "about", title: `${app.solution} ${app.version}` }, text("about")),
    el("span", { class: "tools" },
      el("button", { type: "button", on: { click: startOver } }, text("reset")),
      el("a", { class: "wide", href: snapshotAddress }, text("snapshot")),
      el("a", { href: traceAddress }, text("trace")),
      choice, actingAs(app)));
}

function actingAs(app) {
  const choice = el("select", { aria: { label: text("actingAs") }, on: { change: () => switchTo(choice.value) } },
    app.users.map(user => el("option", { value: user.id, selected: user === app.user }, user.title ? `${user.name}, ${user.title}` : user.name)));
  const initials = app.user.name.split(" ").map(part => part[0]).join("").slice(0, 2).toUpperCase();
  return [el("span", { class: "wide", aria: { hidden: "true" } }, text("actingAs")), choice, el("span", { class: "avatar", aria: { hidden: "true" } }, initials)];
}

async function startOver() {
  if (!confirm(text("resetAsk"))) return;
  await local("reset", { method: "POST" });
  location.reload();
}
