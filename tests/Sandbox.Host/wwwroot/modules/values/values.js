// Values of columns: out of an answer of the Web API, into a body for it, and into words.
import { label, language, text } from "../base/texts.js";

const formatted = "@OData.Community.Display.V1.FormattedValue";
const lookupTable = "@Microsoft.Dynamics.CRM.lookuplogicalname";
const lookupTypes = ["Lookup", "Customer", "Owner"];

export const isLookup = column => lookupTypes.includes(column.type);
export const isNumber = column => ["WholeNumber", "BigInteger", "Decimal", "Double", "Money"].includes(column.type);
export const isChoice = column => ["Choice", "State", "Status"].includes(column.type);

/** The value of a column in a row; a lookup as `{ table, id, name }`, null when empty. `name` is its name in the answer, for a column of a linked table. */
export function valueOf(row, column, name = column.property) {
  const value = row[name] ?? null;
  if (value === null || !isLookup(column)) return value;
  return { table: row[name + lookupTable] ?? column.targets[0]?.table, id: value, name: row[name + formatted] ?? value };
}

/** The changes as a body of the Web API: columns by name, lookups as bindings. */
export function bodyOf(changes, table, tables) {
  return Object.fromEntries(Object.entries(changes).map(([name, value]) => {
    const column = table.columns[name];
    if (!isLookup(column)) return [column.property, value];
    const target = column.targets.find(known => known.table === value?.table) ?? column.targets[0];
    return [`${target.navigation}@odata.bind`, value && `/${tables[value.table].set}(${value.id})`];
  }));
}

/** A value in words, in the page's language. */
export function wordsOf(value, column) {
  if (value === null || value === undefined) return "";
  if (isLookup(column)) return value.name;
  if (isChoice(column)) return optionLabel(column, value);
  switch (column.type) {
    case "YesNo": return column.options.length > 0 ? optionLabel(column, value ? 1 : 0) : text(value ? "yes" : "no");
    case "Choices": return value.split(",").map(option => optionLabel(column, Number(option))).join(", ");
    case "Money": return money.format(value);
    case "Decimal": return new Intl.NumberFormat(language.locale, { minimumFractionDigits: column.precision ?? 0, maximumFractionDigits: column.precision ?? 10 }).format(value);
    case "WholeNumber": case "BigInteger": case "Double": return new Intl.NumberFormat(language.locale).format(value);
    case "DateTime": return column.isDay ? day.format(new Date(value)) : moment.format(new Date(value));
    default: return String(value);
  }
}

const optionLabel = (column, value) => {
  const option = column.options.find(known => known.value === value);
  return option ? label(option.label) : String(value);
};

const money = new Intl.NumberFormat(language.locale, { style: "currency", currency: "EUR", maximumFractionDigits: 2, trailingZeroDisplay: "stripIfInteger" });
const day = new Intl.DateTimeFormat(language.locale, { dateStyle: "medium", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(language.locale, { dateStyle: "medium", timeStyle: "short" });
