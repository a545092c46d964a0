// A code component in a cell of the form, with the same face as an editor of fields.js.
import { label } from "../base/texts.js";
import { parametersOf } from "./parameters.js";
import { CodeComponent } from "./pcf-host.js";

export class ComponentField {
  constructor(app, table, cell, onChange) {
    const { name, bound } = cell.control.component;
    const give = component => ({
      parameters: parametersOf(component, cell, table, this.shown), label: label(cell.label), isDisabled: this.shown.readOnly,
    });
    const tell = outputs => {
      for (const [property, column] of Object.entries(bound)) {
        if (property in outputs && column === cell.control.column) onChange(outputs[property] ?? null);
      }
    };
    this.column = cell.control.column;
    this.shown = {};
    this.component = new CodeComponent(app, name, give, tell);
    this.element = this.component.element;
  }

  show(value, { readOnly, values }) {
    const isSame = this.shown.values?.[this.column] === value;
    this.shown = { value, readOnly, values };
    this.component.show(isSame ? ["entityId"] : ["parameters"]);
  }

  complain() {
    // A component shows its own errors.
  }

  close = () => this.component.close();
}
