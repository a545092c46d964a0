// Closes an opportunity as won or lost, as the dialog of Dynamics 365 Sales does, and opens it again.
import { act, update } from "../base/api.js";
import { text } from "../base/texts.js";
import { bodyOf } from "../values/values.js";
import { askForColumns } from "./column-panel.js";

export const closable = "opportunity";
const open = 0;
const won = { message: "WinOpportunity", state: 1, title: "closeWon", about: ["actualrevenue", "actualend", "description"] };
const lost = { message: "LoseOpportunity", state: 2, title: "closeLost", about: ["actualend", "competitorid", "description"] };

// How the customer's buying process ended is a column of the opportunity: it is saved before the closing, in which it counts.
const ofTheOutcome = ["buy_outcome", "buy_approach"];

/** The commands that the state of the row allows, each { text, run }. */
export function closingCommands(app, rowForm, { save, read }) {
  const close = way => async () => await save() && askHow(app, rowForm, way, read);
  if (rowForm.values.statecode !== open) return [{ text: text("reopen"), run: () => reopen(rowForm, read) }];
  return [{ text: text("win"), run: close(won) }, { text: text("lose"), run: close(lost) }];
}

function askHow(app, rowForm, way, read) {
  const { table, values } = rowForm;
  const activity = app.tables.opportunityclose;
  const statuses = statusesOf(table, way.state);
  const given = { actualend: new Date().toISOString(), actualrevenue: values.estimatedvalue };
  askForColumns(app, {
    title: text(way.title, rowForm.reference.name), action: text(way === won ? "win" : "lose"), state: way.state,
    columns: [
      { table, name: "statuscode", value: statuses[0].value },
      ...ofTheOutcome.filter(name => name in table.columns).map(name => ({ table, name, value: values[name] })),
      ...way.about.map(name => ({ table: activity, name, value: given[name] })),
    ],
    done: async answers => {
      const pick = (names, wanted) => Object.fromEntries(names.filter(wanted).map(name => [name, answers[name]]));
      const outcome = pick(ofTheOutcome, name => name in table.columns && answers[name] !== (values[name] ?? null));
      if (Object.keys(outcome).length > 0) await update(table.set, rowForm.id, bodyOf(outcome, table, app.tables));
      const about = { ...pick(way.about, name => answers[name] !== null), opportunityid: rowForm.reference, subject: text(way.title, rowForm.reference.name) };
      await act(way.message, { Status: answers.statuscode, OpportunityClose: bodyOf(about, activity, app.tables) });
      await read();
    },
  });
}

async function reopen(rowForm, read) {
  const [status] = statusesOf(rowForm.table, open);
  await update(rowForm.table.set, rowForm.id, { statecode: open, statuscode: status.value });
  await read();
}

const statusesOf = (table, state) => table.columns.statuscode.options.filter(option => option.state === state);
