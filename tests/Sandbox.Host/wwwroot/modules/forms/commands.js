// The command bar of a form.
import { remove, update } from "../base/api.js";
import { el } from "../base/dom.js";
import { may } from "../base/rights.js";
import { formAddress, listAddress, newAddress } from "../base/routes.js";
import { label, text } from "../base/texts.js";
import { buttonsFor } from "../components/buttons.js";
import { bodyOf } from "../values/values.js";
import { closable, closingCommands } from "./closing.js";
import { askForColumns } from "./column-panel.js";

/** The bar; `refresh()` shows the commands that fit the row as it is now. */
export function commandBar(app, rowForm, { save, read }) {
  const { table } = rowForm;
  const element = el("div", { class: "card commands", role: "toolbar", aria: { label: text("form") } });
  const command = (words, run, properties = {}) => el("button", { type: "button", on: { click: run }, ...properties }, words);
  const toList = () => location.hash = listAddress(table.name);

  const afterSave = async () => {
    if (!await save()) return false;
    await read();
    return true;
  };
  const saveNew = async () => {
    if (await save()) location.hash = formAddress(table.name, rowForm.id);
  };
  const refresh = async () => {
    const { id } = rowForm;
    const canBeDone = right => id !== null && rowForm.rights.includes(right);
    const closing = canBeDone("Write") && table.name === closable ? closingCommands(app, rowForm, { save: afterSave, read }) : [];
    element.replaceChildren(
      command("←", toList, { aria: { label: label(table.pluralLabel) } }),
      ...(rowForm.isReadOnly ? [] : [
        command(`✓ ${text("save")}`, id === null ? saveNew : afterSave),
        command(text("saveClose"), async () => await save() && toList())]),
      ...(may(app, "Create", table.name) ? [command(`+ ${text("create")}`, () => location.hash = newAddress(table.name))] : []),
      ...closing.map(({ text: words, run }) => command(words, run)),
      ...(table.hasOwner && canBeDone("Assign") && !rowForm.isReadOnly ? [command(text("assign"), () => assign(app, rowForm, read))] : []),
      ...(id === null ? [] : [command(`↻ ${text("refresh")}`, read)]),
      ...(canBeDone("Delete") ? [command(`✕ ${text("remove")}`, () => discard(rowForm, toList))] : []));
    if (id !== null) element.append(...await buttonsFor(app, "form", rowForm, read));
  };
  return { element, refresh };
}

async function discard(rowForm, leave) {
  if (!confirm(text("removeAsk", rowForm.reference.name))) return;
  await remove(rowForm.table.set, rowForm.id);
  rowForm.changes = {};
  leave();
}

function assign(app, rowForm, read) {
  const { table } = rowForm;
  askForColumns(app, {
    title: text("assignTo", rowForm.reference.name), action: text("assign"),
    columns: [{ table, name: "ownerid", value: rowForm.values.ownerid }],
    done: async owner => {
      await update(table.set, rowForm.id, bodyOf(owner, table, app.tables));
      await read();
    },
  });
}
