// The rows of a view, shown by the code component that the solution puts in place of the grid. It has the same face as the grid.
import { only } from "./only.js";
import { DataSet } from "./dataset.js";
import { constantsOf } from "./parameters.js";
import { CodeComponent } from "./pcf-host.js";
import { label } from "../base/texts.js";

export class ComponentView {
  constructor(app, view, { pageSize, onCount, onChosen }) {
    const { name, dataSets, constants } = view.component;
    this.dataSet = new DataSet(app, view, { pageSize, onCount, onChosen, onChange: () => this.component.show(["dataset"]) });
    this.component = new CodeComponent(app, name, component => ({
      parameters: only("parameters", {
        ...constantsOf(component, constants),
        ...Object.fromEntries(dataSets.map(set => [set, this.dataSet.shown])),
      }),
      label: label(view.label), isDisabled: false,
    }));
    this.element = this.component.element;
  }

  load = () => this.dataSet.load();

  find = words => this.dataSet.find(words);

  close = () => this.component.close();
}
