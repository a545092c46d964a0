// Runs the production bundle of a code component in a cell of the form, as a model-driven app does.
import { el } from "../base/dom.js";
import { contextOf } from "./pcf-context.js";
import { language, text } from "../base/texts.js";

const registered = new Map();
window.ComponentFramework = { registerControl: (name, constructor) => registered.set(name, constructor) };

const loading = new Map();
const once = (address, load) => loading.get(address) ?? loading.set(address, load()).get(address);

const script = address => once(address, () => new Promise((done, fail) =>
  document.head.append(el("script", { src: address, on: { load: done, error: () => fail(new Error(address)) } }))));

const styleSheet = address => once(address, () => new Promise(done =>
  document.head.append(el("link", { rel: "stylesheet", href: address, on: { load: done, error: done } }))));

const xml = address => once(address, async () => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/xml");
});

const platform = () => once("platform", async () => {
  await script("/platform/platform.js").catch(() => {
    throw new Error(text("noPlatform"));
  });
});

/** Loads what the manifest of a component names, once for all cells that use it. */
const load = name => once(name, async () => {
  const folder = `/_local/components/${name}/`;
  const manifest = await xml(`${folder}ControlManifest.xml`).catch(() => {
    throw new Error(text("noComponent", name));
  });
  const control = manifest.querySelector("control");
  const paths = kind => [...manifest.querySelectorAll(`resources > ${kind}`)].map(resource => folder + resource.getAttribute("path"));
  if (manifest.querySelector("platform-library")) await platform();
  const [strings] = await Promise.all([stringsOf(paths("resx")), ...paths("css").map(styleSheet)]);
  for (const path of paths("code")) await script(path);

  const fullName = `${control.getAttribute("namespace")}.${control.getAttribute("constructor")}`;
  return {
    constructor: registered.get(fullName) ?? registered.get(name),
    isVirtual: control.getAttribute("control-type") === "virtual",
    properties: [...control.querySelectorAll("property")].map(property => ({ name: property.getAttribute("name"), type: property.getAttribute("of-type"), initial: property.getAttribute("default-value") })),
    strings, folder,
  };
});

// The strings of the page's language over those in English.
async function stringsOf(paths) {
  const inLanguage = code => paths.find(path => path.endsWith(`.${code}.resx`));
  const files = [inLanguage(1033), inLanguage(language.code)].filter(Boolean);
  const read = await Promise.all(files.map(xml));
  return Object.fromEntries(read.flatMap(file => [...file.querySelectorAll("data")].map(data => [data.getAttribute("name"), data.querySelector("value").textContent])));
}

/** A cell with a code component, with the same face as an editor of fields.js. */
export class ComponentField {
  constructor(app, table, cell, onChange) {
    Object.assign(this, { app, table, cell, onChange });
    this.element = el("div", { class: "component" });
    this.instance = null;
    this.shown = {};
    this.resizing = new ResizeObserver(() => this.#render(["layout"]));
  }

  show(value, { readOnly, values }) {
    const previous = this.shown.values;
    this.shown = { value, readOnly, values };
    if (this.starting === undefined) this.starting = this.#start().catch(error => this.#fail(error));
    else this.#render(previous?.[this.cell.control.column] === value ? ["entityId"] : ["parameters"]);
  }

  complain() {
    // A component shows its own errors.
  }

  close() {
    this.resizing.disconnect();
    if (!this.instance) return;
    this.instance.destroy();
    if (this.component.isVirtual) window.ReactDOM.unmountComponentAtNode(this.element);
    this.instance = null;
  }

  async #start() {
    const { component: use } = this.cell.control;
    this.component = await load(use.name);
    const instance = new this.component.constructor();
    const [first, notify, state] = [this.#context([]), () => this.#notified(), {}];
    if (this.component.isVirtual) instance.init(first, notify, state);
    else instance.init(first, notify, state, this.element);
    this.instance = instance;
    this.#render([]);
  }

  #context(updated) {
    return contextOf({
      app: this.app, table: this.table, cell: this.cell, component: this.component, shown: this.shown, updated,
      width: this.element.clientWidth,
      trackResize: track => track ? this.resizing.observe(this.element) : this.resizing.disconnect(),
      requestRender: () => this.#render([]),
    });
  }

  #render(updated) {
    if (!this.instance) return;
    try {
      const tree = this.instance.updateView(this.#context(updated));
      if (this.component.isVirtual) window.ReactDOM.render(tree, this.element);
    } catch (error) {
      this.#fail(error);
    }
  }

  #notified() {
    const outputs = this.instance.getOutputs?.() ?? {};
    for (const [property, column] of Object.entries(this.cell.control.component.bound)) {
      if (property in outputs && column === this.cell.control.column) this.onChange(outputs[property] ?? null);
    }
  }

  #fail(error) {
    this.instance = null;
    this.element.replaceChildren(el("p", { class: "notice", role: "alert" }, text("componentFailed", this.cell.control.component.name, error.message)));
    console.error(error);
  }
}
