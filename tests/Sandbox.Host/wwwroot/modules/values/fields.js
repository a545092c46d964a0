// Editors of columns. Each has an element, shows a value with show(value, { readOnly, state }), and tells of edits through onChange.
import { el, freshId, setAria } from "../base/dom.js";
import { LookupField } from "./lookup.js";
import { label, text } from "../base/texts.js";
import { isChoice, isLookup, isNumber, wordsOf } from "./values.js";

/** The editor that fits the column. `onChange` gets the new value, null when emptied. */
export function fieldFor(app, column, onChange) {
  if (isLookup(column)) return new LookupField(app, column, onChange);
  if (isChoice(column)) return choiceField(column, onChange);
  if (isNumber(column)) return numberField(column, onChange);
  switch (column.type) {
    case "YesNo": return yesNoField(column, onChange);
    case "DateTime": return dateField(column, onChange, column.isDay ? day : moment);
    case "Memo": return textField(el("textarea", { class: "input", rows: 3, maxLength: column.maxLength ?? -1 }), onChange);
    case "Text": return textField(el("input", { class: "input", type: "text", maxLength: column.maxLength ?? -1 }), onChange);
    default: return shownField(column);
  }
}

function field(input, onChange, { read, write, element = input }) {
  input.id = freshId();
  input.addEventListener("change", () => onChange(read()));
  return {
    element, input,
    show(value, { readOnly, state } = {}) {
      write(value, state);
      input.disabled = readOnly ?? false;
    },
    complain: sentence => {
      setAria(input, "invalid", sentence ? "true" : null);
      input.title = sentence ?? "";
    },
  };
}

const textField = (input, onChange) => field(input, onChange, {
  read: () => input.value === "" ? null : input.value,
  write: value => input.value = value ?? "",
});

function numberField(column, onChange) {
  const whole = column.type === "WholeNumber" || column.type === "BigInteger";
  const input = el("input", {
    class: "input", type: "number", step: whole ? 1 : (10 ** -(column.precision ?? 2)).toFixed(column.precision ?? 2),
    min: column.minimum ?? "", max: column.maximum ?? "", inputMode: whole ? "numeric" : "decimal",
  });
  const element = column.type === "Money" ? el("div", { class: "with-unit" }, el("span", { class: "unit", aria: { hidden: "true" } }, "€"), input) : input;
  return field(input, onChange, {
    element,
    read: () => input.value === "" ? null : input.valueAsNumber,
    write: value => input.value = value ?? "",
  });
}

function choiceField(column, onChange) {
  const input = el("select", { class: "input" });
  return field(input, onChange, {
    read: () => input.value === "" ? null : Number(input.value),
    write(value, state) {
      // A status belongs to a state: only those of the row's state can be chosen.
      const fitting = column.options.filter(option => option.state === null || state === undefined || option.state === state);
      const unset = column.isRequired && value !== null ? [] : [el("option", { value: "" }, text("unset"))];
      input.replaceChildren(...unset, ...fitting.map(option => el("option", { value: option.value }, label(option.label))));
      input.value = value ?? "";
    },
  });
}

function yesNoField(column, onChange) {
  const input = el("input", { type: "checkbox", role: "switch" });
  const words = el("span", {});
  const say = () => words.textContent = wordsOf(input.checked, column);
  input.addEventListener("change", say);
  return field(input, onChange, {
    element: el("span", { class: "switch" }, input, words),
    read: () => input.checked,
    write(value) {
      input.checked = value ?? false;
      say();
    },
  });
}

function dateField(column, onChange, { type, toInput, fromInput }) {
  const input = el("input", { class: "input", type });
  const editor = field(input, onChange, { read: () => input.value ? fromInput(input.value) : null, write: value => input.value = value ? toInput(value) : "" });
  return {
    ...editor,
    // What cannot be edited is shown as everywhere else, not in the words of the browser's own picker.
    show(value, options = {}) {
      input.type = options.readOnly ? "text" : type;
      editor.show(value, options);
      if (options.readOnly) input.value = wordsOf(value, column);
    },
  };
}

const day = { type: "date", toInput: value => value, fromInput: value => value };
const moment = { type: "datetime-local", toInput: value => localText(new Date(value)), fromInput: value => new Date(value).toISOString() };

const localText = moment => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

// Types without an editor of their own are shown in words.
function shownField(column) {
  const output = el("output", { class: "input", id: freshId() });
  return { element: output, input: output, show: value => output.textContent = wordsOf(value, column), complain() {} };
}
