// The properties of a code component's manifest, as the platform hands them over: bound to columns, or with a fixed value.
import { label } from "../base/texts.js";
import { wordsOf } from "../values/values.js";
import { only } from "./only.js";

const required = 2;

/** The properties with a fixed value, and those that nothing is said of with the value that the manifest gives. */
export const constantsOf = (component, constants) => Object.fromEntries(component.properties.map(({ name, type, initial }) =>
  [name, only(name, { raw: constants[name] ?? initial, type, error: false, errorMessage: "" })]));

/** All properties of a component in a cell. */
export function parametersOf(component, cell, table, shown) {
  const { bound, constants } = cell.control.component;
  const ofColumns = component.properties.filter(({ name }) => name in bound).map(property => [property.name, boundTo(bound[property.name], property, cell, table, shown)]);
  return only("parameters", { ...constantsOf(component, constants), ...Object.fromEntries(ofColumns) });
}

function boundTo(columnName, property, cell, table, shown) {
  const column = table.columns[columnName];
  const value = columnName === cell.control.column ? shown.value : shown.values[columnName] ?? null;
  return only(property.name, {
    raw: value, formatted: wordsOf(value, column), type: property.type, error: false, errorMessage: "",
    security: { editable: true, readable: true, secured: false },
    attributes: only(`${property.name}.attributes`, {
      LogicalName: columnName, DisplayName: label(column.label), Description: label(column.description), MaxLength: column.maxLength,
      RequiredLevel: column.isRequired ? required : 0, Options: column.options.map(option => ({ Value: option.value, Label: label(option.label) })),
    }),
  });
}
