// The form page of a row: title, commands, tabs, and the cells of the chosen main form.
import { el, freshId, setAria, settled } from "../base/dom.js";
import { tableIcon } from "../base/icons.js";
import { commandBar } from "./commands.js";
import { RowForm } from "./row-form.js";
import { label, text, titled } from "../base/texts.js";
import { wordsOf } from "../values/values.js";

const factsInHead = ["estimatedclosedate", "estimatedvalue", "statuscode", "ownerid"];
const chosenForms = new Map();

/** Shows a row, or a new one when `id` is null. Gives a function that asks before unsaved changes are left. */
export async function showForm(app, place, tableName, id) {
  const table = app.tables[tableName];
  const forms = app.forms.filter(form => form.table === tableName && form.kind === "main");
  const form = forms.find(known => known.id === chosenForms.get(tableName)) ?? forms[0];
  const rowForm = new RowForm(app, form, id);
  const title = el("h1", {});
  const status = el("span", { class: "pill", role: "status", hidden: true });
  const facts = el("dl", { class: "facts" });

  const show = () => {
    const name = rowForm.reference?.name || text("newRow", label(table.label));
    title.textContent = name;
    document.title = titled(name);
    facts.replaceChildren(...(id === null ? [] : factsOf(rowForm)));
    status.hidden = !rowForm.isDirty;
    status.textContent = text("unsaved");
  };
  const read = async () => {
    await rowForm.load();
    show();
    await commands.refresh();
  };
  const commands = commandBar(app, rowForm, { save: () => rowForm.save(), read });
  rowForm.onChange = show;

  const page = el("div", {},
    commands.element,
    rowForm.notice,
    form.isStandIn && el("p", { class: "notice warning" }, text("standInForm")),
    el("div", { class: "card form-head" },
      el("div", { class: "title" }, tableIcon(table), title, status, el("span", { class: "quiet" }, label(table.label)), forms.length > 1 && formPicker(forms, form, () => showForm(app, place, tableName, id)), facts),
      tabList(rowForm.tabs)),
    rowForm.tabs.map(tab => tab.element));
  place.replaceChildren(page);
  await read();
  return stayFresh(rowForm, page, read);
}

// After any write a component or panel got through, the row may look different: its plugins have run.
function stayFresh(rowForm, page, read) {
  const refresh = settled(() => page.isConnected && rowForm.id !== null && read(), 50);
  addEventListener("dataverse:write", refresh);
  return (silent = false) => {
    const mayLeave = !rowForm.isDirty || (!silent && confirm(text("leaveAsk")));
    if (mayLeave && !silent) {
      removeEventListener("dataverse:write", refresh);
      rowForm.close();
    }
    return mayLeave;
  };
}

function factsOf(rowForm) {
  return factsInHead
    .filter(name => name in rowForm.table.columns && (rowForm.values[name] ?? null) !== null)
    .map(name => el("div", {}, el("dt", {}, label(rowForm.table.columns[name].label)), el("dd", {}, wordsOf(rowForm.values[name], rowForm.table.columns[name]))));
}

function formPicker(forms, chosen, show) {
  const select = el("select", { class: "picker small", aria: { label: text("form") }, on: { change: () => choose() } },
    forms.map(form => el("option", { value: form.id, selected: form === chosen }, label(form.label))));
  const choose = () => {
    chosenForms.set(chosen.table, select.value);
    return show();
  };
  return select;
}

function tabList(tabs) {
  for (const tab of tabs) {
    tab.element.id = freshId();
    tab.element.setAttribute("role", "tabpanel");
  }
  const buttons = tabs.map((tab, at) => el("button", { type: "button", role: "tab", aria: { controls: tab.element.id }, on: { click: () => choose(at) } }, tab.label));
  const choose = at => {
    buttons.forEach((button, index) => {
      setAria(button, "selected", index === at);
      button.tabIndex = index === at ? 0 : -1;
      tabs[index].element.hidden = index !== at;
    });
    buttons[at].focus({ preventScroll: true });
  };
  const onKey = event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) choose((buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length);
  };
  choose(0);
  return el("div", { class: "tabs", role: "tablist", on: { keydown: onKey } }, buttons);
}
