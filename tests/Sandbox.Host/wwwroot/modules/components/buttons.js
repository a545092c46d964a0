// The buttons that the solution adds to a command bar: shown when its scripts say so, and calling them.
import { el } from "../base/dom.js";
import { label, text } from "../base/texts.js";
import { scriptOf } from "./scripts.js";
import { formContextOf } from "./xrm.js";

/** The buttons that show for the row, each as an element. */
export async function buttonsFor(app, place, rowForm, read) {
  const known = app.buttons.filter(button => button.table === rowForm.table.name && button.place === place);
  const shown = await Promise.all(known.map(button => everyRule(button.showsWhen, call => run(call, app, rowForm, read))));
  return known.filter((_, at) => shown[at]).map(button => el("button", {
    type: "button", title: label(button.toolTip), on: { click: () => run(button.click, app, rowForm, read) },
  }, label(button.label)));
}

async function everyRule(calls, answer) {
  for (const call of calls) if (!await answer(call)) return false;
  return true;
}

async function run({ webResource, function: name, arguments: names }, app, rowForm, read) {
  await scriptOf(webResource, app);
  const called = name.split(".").reduce((scope, part) => scope?.[part], window);
  if (typeof called !== "function") throw new Error(text("noScript", name));
  return called(...names.map(argument => argumentOf(argument, app, rowForm, read)));
}

function argumentOf(name, app, rowForm, read) {
  if (name === "PrimaryControl") return formContextOf(app, rowForm, read);
  throw new Error(text("noScript", name));
}
