// Runs the production bundle of a code component, in a cell of a form or on a view, as a model-driven app does.
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

/** What the manifest of a component says, read once for all places that use it. */
const describe = name => once(`${name} described`, async () => {
  const folder = `/_local/components/${name}/`;
  const manifest = await xml(`${folder}ControlManifest.xml`).catch(() => {
    throw new Error(text("noComponent", name));
  });
  const control = manifest.querySelector("control");
  const paths = kind => [...manifest.querySelectorAll(`resources > ${kind}`)].map(resource => folder + resource.getAttribute("path"));
  const strings = await stringsOf(paths("resx"));
  const titleKey = control.getAttribute("display-name-key");
  return {
    folder, paths, strings, title: strings[titleKey] ?? titleKey,
    fullName: `${control.getAttribute("namespace")}.${control.getAttribute("constructor")}`,
    isVirtual: control.getAttribute("control-type") === "virtual",
    needsPlatform: manifest.querySelector("platform-library") !== null,
    properties: [...control.querySelectorAll("property")].map(property => ({ name: property.getAttribute("name"), type: property.getAttribute("of-type"), initial: property.getAttribute("default-value") })),
  };
});

/** Loads what the manifest of a component names, once too. */
const load = name => once(name, async () => {
  const described = await describe(name);
  if (described.needsPlatform) await platform();
  await Promise.all(described.paths("css").map(styleSheet));
  for (const path of described.paths("code")) await script(path);
  return { ...described, constructor: registered.get(described.fullName) ?? registered.get(name) };
});

// The strings of the page's language over those in English.
async function stringsOf(paths) {
  const inLanguage = code => paths.find(path => path.endsWith(`.${code}.resx`));
  const files = [inLanguage(1033), inLanguage(language.code)].filter(Boolean);
  const read = await Promise.all(files.map(xml));
  return Object.fromEntries(read.flatMap(file => [...file.querySelectorAll("data")].map(data => [data.getAttribute("name"), data.querySelector("value").textContent])));
}

/** What makers and users call a component. */
export async function titleOf(name) {
  const { title } = await describe(name);
  return title;
}

/** A code component in a place of the page. */
export class CodeComponent {
  /**
   * @param give what it is given for a drawing: { parameters, label, isDisabled }, made from its description
   * @param onOutputs hears the outputs that it notifies
   */
  constructor(app, name, give, onOutputs = () => {}) {
    Object.assign(this, { app, name, give, onOutputs });
    this.element = el("div", { class: "component" });
    this.instance = null;
    this.resizing = new ResizeObserver(() => this.#render(["layout"]));
  }

  /** Draws it; the first time it is loaded before. `updated` says what changed. */
  show(updated) {
    if (this.starting === undefined) this.starting = this.#start().catch(error => this.#fail(error));
    else this.#render(updated);
  }

  close() {
    this.resizing.disconnect();
    if (!this.instance) return;
    this.instance.destroy();
    if (this.component.isVirtual) window.ReactDOM.unmountComponentAtNode(this.element);
    this.instance = null;
  }

  async #start() {
    this.component = await load(this.name);
    const instance = new this.component.constructor();
    const [first, notify, state] = [this.#context([]), () => this.onOutputs(this.instance.getOutputs?.() ?? {}), {}];
    if (this.component.isVirtual) instance.init(first, notify, state);
    else instance.init(first, notify, state, this.element);
    this.instance = instance;
    this.#render([]);
  }

  #context(updated) {
    return contextOf({
      app: this.app, component: this.component, given: this.give(this.component), updated,
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

  #fail(error) {
    this.instance = null;
    this.element.replaceChildren(el("p", { class: "notice", role: "alert" }, text("componentFailed", this.name, error.message)));
    console.error(error);
  }
}
