// A panel that asks for some columns: for what is not a form of the solution, but a dialog of the platform.
import { el } from "../base/dom.js";
import { label } from "../base/texts.js";
import { fieldFor } from "../values/fields.js";
import { openPanel } from "./panel.js";

/** Asks for columns, each { table, name, value }, and hands what is filled in, by column, to `done`. */
export function askForColumns(app, { title, columns, action, state, done }) {
  const given = Object.fromEntries(columns.map(({ name, value }) => [name, value ?? null]));
  const cells = columns.map(({ table, name }) => {
    const column = table.columns[name];
    const editor = fieldFor(app, column, value => given[name] = value);
    editor.show(given[name], { state });
    return el("div", { class: "cell field" }, el("label", { htmlFor: editor.input.id }, label(column.label)), editor.element);
  });
  openPanel({ title, action, content: el("div", { class: "section cells" }, cells), done: async () => {
    await done(given);
    return true;
  } });
}
