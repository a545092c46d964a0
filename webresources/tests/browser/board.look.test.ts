import { after, before, test } from "node:test";
import { Browser } from "playwright-core";
import { finnish, stringsOf } from "../strings";
import { rows } from "../deals";
import { BoardPage, View } from "./board";
import { launchBrowser, Options } from "./control";

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

const dark = { tokenTheme: {}, isDarkTheme: true };
const inFinnish = stringsOf(finnish, "Board");

const looks: [name: string, view?: Partial<View>, options?: Options][] = [
  ["light"],
  ["dark", { theme: dark }],
  ["narrow", {}, { width: 320 }],
  ["narrow-dark", { theme: dark }, { width: 320 }],
  ["middle", {}, { width: 960 }],
  ["right-to-left", { rightToLeft: true }],
  ["right-to-left-narrow", { rightToLeft: true }, { width: 320 }],
  ["forced-colors", {}, { forcedColors: "active" }],
  ["forced-colors-dark", { theme: dark }, { forcedColors: "active", colorScheme: "dark" }],
  ["zoom", {}, { width: 683, deviceScaleFactor: 2 }],
  ["finnish", { strings: inFinnish }],
  ["finnish-narrow-dark", { strings: inFinnish, theme: dark }, { width: 320 }],
  ["empty", { rows: [] }],
  ["loading", { rows: [], loading: true }],
  ["failed", { rows: [], error: "You may not read opportunities." }],
  ["other-view", { columns: ["name"] }],
  ["several-processes", { rows: [...rows(), ...otherProcess(), ...withoutProcess()] }],
];

for (const [name, view = {}, options] of looks)
  test(`board, ${name}: everyone can use it, nothing is cut off`, async () => {
    const opened = await BoardPage.open(browser, { rows: rows(), ...view }, options);
    await opened.judge(`board-${name}`);

    const filter = opened.page.locator(".buy-filter").nth(1);
    if (await filter.count() > 0) {
      await filter.click();
      await opened.page.getByRole("button", { name: /table|taulukkona/ }).click();
      await opened.judge(`board-${name}-changed`);
    }
    await opened.close();
  });

function otherProcess(): View["rows"] {
  return rows().slice(2, 5).map(row => ({ ...row, id: `other-${row.id}`, texts: { ...row.texts, buy_processid: "Renewal of a service" } }));
}

function withoutProcess(): View["rows"] {
  return rows().slice(0, 1).map(row => ({ ...row, id: "without", values: {}, texts: { name: "A first talk", parentaccountid: "Tailwind" } }));
}
