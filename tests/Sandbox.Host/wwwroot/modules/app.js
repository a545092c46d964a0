// Starts the page: describes the app, draws the shell, and shows what the address asks for.
import { local } from "./base/api.js";
import { el, setAria } from "./base/dom.js";
import { actAs } from "./base/requests.js";
import { rightsOf } from "./base/rights.js";
import { routeOf } from "./base/routes.js";
import { callApp, label, language, text } from "./base/texts.js";
import { showDashboard } from "./dashboards/dashboard.js";
import { showForm } from "./forms/form.js";
import { showList } from "./lists/list.js";
import { chosenOf } from "./local/acting.js";
import { showSnapshot } from "./local/snapshot.js";
import { showTrace } from "./local/trace.js";
import { barOf, navigationOf } from "./shell.js";

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
  const [description, users] = await Promise.all([local("app"), local("users")]);
  const user = chosenOf(users);
  if (user.language !== language.code) await local(`users/${user.id}/language/${language.code}`, { method: "PUT" });
  const name = description.name ? label(description.name) : description.solution;
  callApp(name);
  const app = { ...description, name, users, user, rights: await rightsOf(user.id) };
  actAs(app.user.id, (method, address) => dispatchEvent(new CustomEvent("dataverse:write", { detail: { method, address } })));

  const navigation = navigationOf(app);
  document.body.replaceChildren(
    el("a", { class: "skip", href: "#main", on: { click: skip } }, text("skip")), barOf(app, navigation.element), navigation.element, main);
  addEventListener("hashchange", () => show(app, navigation));
  addEventListener("beforeunload", event => leave(true) || event.preventDefault());
  if (!location.hash) history.replaceState(null, "", navigation.home);
  await show(app, navigation);
}

function skip(event) {
  event.preventDefault();
  main.focus();
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
  navigation.mark(parts[0]);
  setAria(main, "busy", true);
  try {
    leave = await pageOf(app, page, parts) ?? leave;
  } catch (error) {
    main.replaceChildren();
    complain(error);
  } finally {
    if (location.hash === shown) setAria(main, "busy", null);
  }
}

function pageOf(app, page, parts) {
  if (page === "") throw new Error(text("noEntry", app.user.name));
  if (page === "trace") return showTrace(app, main);
  if (page === "snapshot") return showSnapshot(app, main);
  if (page === "dashboard") return showDashboard(app, main, parts[0]);
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
