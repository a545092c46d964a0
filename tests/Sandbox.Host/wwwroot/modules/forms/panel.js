// A panel at the side of the page, with what is to be filled in and the button that does it.
import { el } from "../base/dom.js";
import { text } from "../base/texts.js";

/** Opens the panel. `done` answers whether it may close; a refusal it throws is shown in the panel. */
export function openPanel({ title, content, action, done, notice = el("div", { class: "notice", role: "alert" }) }) {
  const finish = async () => {
    try {
      if (await done()) dialog.close();
    } catch (error) {
      notice.replaceChildren(el("strong", {}, text("failed")), `\n${error.message}`);
    }
  };
  const dialog = el("dialog", { aria: { label: title }, on: { close: () => dialog.remove() } },
    el("div", { class: "panel" },
      el("header", {}, el("h2", {}, title), notice),
      el("div", { class: "content" }, content),
      el("footer", {},
        el("button", { class: "primary", type: "button", on: { click: finish } }, action),
        el("button", { class: "secondary", type: "button", on: { click: () => dialog.close() } }, text("cancel")))));
  document.body.append(dialog);
  dialog.showModal();
}
