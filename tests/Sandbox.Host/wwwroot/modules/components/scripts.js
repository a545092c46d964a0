// Scripts of the solution, each loaded once, with Xrm there before the first.
import { el } from "../base/dom.js";
import { globalXrm } from "./xrm.js";

const loading = new Map();

/** Loads the script of a web resource. */
export function scriptOf(webResource, app) {
  window.Xrm ??= globalXrm(app);
  if (!loading.has(webResource)) loading.set(webResource, load(`/_local/webresources/${webResource}`));
  return loading.get(webResource);
}

const load = address => new Promise((done, fail) =>
  document.head.append(el("script", { src: address, on: { load: done, error: () => fail(new Error(address)) } })));
