import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Page } from "playwright-core";
import { webresources } from "../folders";
import { actAs, LocalPage } from "./page";

// Every view, form and dashboard of the app's navigation, opened with rows: nothing fails, nothing lacks a name, no name is a technical one.

const screenshots = join(webresources, "tests", "screenshots", "everything");
const administrator = "Sandbox Seller";
const seller = "Mikael Lindqvist";

let local: LocalPage;
before(async () => {
  local = await LocalPage.start();
  mkdirSync(screenshots, { recursive: true });
});
after(() => local.stop());

const languages = [{ code: "en", id: 1033 }, { code: "fi", id: 1035 }];

for (const { code, id } of languages)
  for (const user of [administrator, seller])
    test(`every page of the app in ${code} for ${user}`, { timeout: 600_000 }, () => local.use(async page => {
      await actAs(page, user);
      const walk = new Walk(page, `${code}-${user === seller ? "seller" : "administrator"}`);
      for (const address of await walk.entries()) await (address.startsWith("#/dashboard/") ? walk.open(address) : walk.table(address));
      assert.deepEqual(walk.faults, []);
    }, `/?lang=${id}`));

/** Goes through the app and keeps what is wrong, each fault with where it was. */
class Walk {
  readonly faults: string[] = [];
  private where = "";

  constructor(private readonly page: Page, private readonly name: string) {
    page.on("console", message => { if (message.type() === "error") this.faults.push(`${this.where}: console: ${message.text()}`); });
    page.on("dialog", dialog => { void dialog.accept(); });
  }

  /** Where the navigation leads. */
  entries(): Promise<string[]> {
    return this.page.locator("nav a").evaluateAll(links => links.map(link => link.getAttribute("href") ?? ""));
  }

  /** All views of a table, then the form of its first row with its tabs, then the form of a new one. */
  async table(list: string): Promise<void> {
    await this.open(list);
    const views = await this.page.locator("h1 option").evaluateAll(options => options.map(option => (option as HTMLOptionElement).value));
    let row: string | null = null;
    for (const view of views) {
      await this.open(`${list}/${view}`);
      row ??= await this.firstRow();
    }
    if (row === null) this.faults.push(`${list}: no view has rows`);
    else {
      await this.open(row, `${list.replace("#/list/", "form-")}-tab0`);
      const tabs = await this.page.locator("[role=tab]").count();
      for (let at = 1; at < tabs; at++) {
        await this.page.locator("[role=tab]").nth(at).click();
        await this.judge(row, `${list.replace("#/list/", "form-")}-tab${at}`);
      }
    }
    if (await this.page.locator(".commands button", { hasText: /^\+ / }).count() > 0) await this.open(list.replace("#/list/", "#/new/"));
  }

  private async firstRow(): Promise<string | null> {
    const link = this.page.locator("main tbody tr a").first();
    return await link.count() > 0 ? link.getAttribute("href") : null;
  }

  /** Opens an address; the picture gets the name. */
  async open(address: string, name = address): Promise<void> {
    this.where = address;
    await this.page.evaluate(hash => new Promise<void>(done => {
      if (location.hash === hash) done();
      addEventListener("hashchange", () => { done(); }, { once: true });
      location.hash = hash;
    }), address);
    await this.judge(address, name);
  }

  private async judge(what: string, name: string): Promise<void> {
    this.where = what;
    await this.page.locator("main:not([aria-busy])").waitFor();
    await this.page.waitForFunction(() => document.querySelectorAll("main .component:empty").length === 0);
    const found = await this.page.evaluate(faultsOf);
    this.faults.push(...found.map(fault => `${this.name} ${what}: ${fault}`));
    await this.page.screenshot({ path: join(screenshots, `${this.name}-${name.replace(/[^\w-]+/g, "_")}.png`) });
  }
}

/** What is wrong with the page as it stands; runs in the browser. */
function faultsOf(): string[] {
  const shown = (element: Element): boolean => element.getClientRects().length > 0;
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter(shown);
  const main = document.querySelector("main");
  const words = main?.innerText ?? "";

  const technical = words.match(/\b(?:undefined|NaN|buy_\w+|\[object \w+\])/g) ?? [];
  const nameless = all("main h1, main h2, main h3, main th, main label, main button, nav a, nav h2")
    .filter(element => !element.innerText.trim() && !element.getAttribute("aria-label") && !element.querySelector("input, select, [aria-label]"));
  const unlabelled = all("main input, main select, main textarea").filter(element => {
    const field = element as HTMLInputElement;
    return (field.labels?.length ?? 0) === 0 && !field.getAttribute("aria-label") && !field.getAttribute("aria-labelledby");
  });
  const failed = all("main .notice").filter(notice => !notice.classList.contains("warning"));
  return [
    ...technical.map(word => `says ${word}`),
    ...nameless.map(element => `without a name: ${element.outerHTML.slice(0, 120)}`),
    ...unlabelled.map(element => `without a label: ${element.outerHTML.slice(0, 120)}`),
    ...failed.map(notice => `fails: ${notice.innerText}`),
    ...(words.trim() ? [] : ["is empty"]),
  ];
}
