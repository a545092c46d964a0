// Saves all rows to a file, and loads them from one.
import { local } from "../base/api.js";
import { el } from "../base/dom.js";
import { text, titled } from "../base/texts.js";

/** Shows the page with both. */
export function showSnapshot(app, place) {
  document.title = titled(text("snapshot"));
  const notice = el("div", { class: "notice", role: "alert" });
  const file = el("input", { type: "file", accept: "application/json,.json", class: "unseen", tabIndex: -1, aria: { label: text("snapshotLoad") }, on: { change: () => load(file, notice) } });
  place.replaceChildren(
    el("div", { class: "head" }, el("h1", {}, text("snapshot"))), notice,
    el("div", { class: "card section" },
      el("p", {}, text("snapshotAbout")),
      el("div", { class: "buttons" },
        el("button", { class: "primary", type: "button", on: { click: () => save(app) } }, text("snapshotSave")),
        el("button", { class: "secondary", type: "button", on: { click: () => file.click() } }, text("snapshotLoad")), file)));
}

async function save(app) {
  const rows = new Blob([JSON.stringify(await local("snapshot"))], { type: "application/json" });
  const address = URL.createObjectURL(rows);
  el("a", { href: address, download: `${app.solution}-${new Date().toISOString().slice(0, 10)}.json` }).click();
  URL.revokeObjectURL(address);
}

async function load(input, notice) {
  const [file] = input.files;
  input.value = "";
  if (!file || !confirm(text("snapshotAsk", file.name))) return;
  try {
    await local("snapshot", { method: "POST", headers: { "Content-Type": "application/json" }, body: await file.text() });
    notice.className = "notice success";
    notice.textContent = text("snapshotLoaded", file.name);
  } catch (error) {
    notice.className = "notice";
    notice.textContent = text("snapshotNot", file.name, error.message);
  }
}
