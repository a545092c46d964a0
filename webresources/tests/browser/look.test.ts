import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Browser } from "playwright-core";
import { fixtures } from "../folders";
import { finnish, stringsOf } from "../strings";
import { FormPage, launchBrowser } from "./form";

const docs = JSON.parse(readFileSync(join(fixtures, "journeys.json"), "utf8")) as Record<string, unknown>;
let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());
for (const [name, form, options] of [
  ["midway", { journey: JSON.stringify(docs["midway"]) }, {}],
  ["fresh", { journey: JSON.stringify(docs["fresh"]) }, {}],
  ["last", { journey: JSON.stringify(docs["last"]) }, {}],
  ["dark", { journey: JSON.stringify(docs["midway"]), theme: { tokenTheme: {}, isDarkTheme: true } }, {}],
  ["narrow", { journey: JSON.stringify(docs["midway"]) }, { width: 320 }],
  ["rtl", { journey: JSON.stringify(docs["midway"]), rightToLeft: true }, {}],
  ["forced", { journey: JSON.stringify(docs["midway"]) }, { forcedColors: "active" }],
  ["finnish", { journey: JSON.stringify(docs["midway"]), strings: stringsOf(finnish) }, {}],
] as const)
  test(name, async () => {
    const F = await FormPage.open(browser, form_(form), options as object);
    await F.screenshot(name);
    console.log(name, await F.violations(), F.errors);
    await F.page.getByText("Why this stage?").or(F.page.getByText("Miksi tämä")).click();
    await F.page.locator(".buy-stage").nth(2).click();
    await F.page.locator(".buy-columns .buy-row").first().click({ timeout: 500 }).catch(() => undefined);
    await F.screenshot(name + "-open");
    console.log(name, await F.violations(), F.errors);
    await F.close();
  });
function form_(f: unknown) { return f as never; }
