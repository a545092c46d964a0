import assert from "node:assert/strict";
import { Browser, Page } from "playwright-core";
import { launchBrowser } from "./control";
import { Sandbox } from "./sandbox";

/** The local page over a sandbox of its own. */
export class LocalPage {
  private constructor(readonly sandbox: Sandbox, private readonly browser: Browser) {}

  static async start(): Promise<LocalPage> {
    const sandbox = await Sandbox.start(); // first: when it is not built, no browser is left open
    return new LocalPage(sandbox, await launchBrowser());
  }

  stop(): Promise<unknown> {
    return Promise.all([this.browser.close(), this.sandbox.stop()]);
  }

  /** Opens the page at an address, takes the steps, and fails when a script of the page did. */
  async use(steps: (page: Page) => Promise<void>, address = ""): Promise<void> {
    const page = await this.browser.newPage({ viewport: { width: 1366, height: 1000 } });
    page.setDefaultTimeout(10_000);
    const errors: string[] = [];
    page.on("pageerror", error => errors.push(error.message));
    await page.goto(this.sandbox.url + address);
    await steps(page);
    assert.deepEqual(errors, []);
    await page.close();
  }
}

/** Shows the rows of a view as a grid, where the solution puts a code component in its place. */
export async function showAsGrid(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Show as" }).selectOption("Grid");
  await page.locator(".grid tbody tr").first().waitFor();
}

/** Goes on as the user of that name. */
export async function actAs(page: Page, name: string): Promise<void> {
  const choice = page.locator(".bar select").last();
  const option = await choice.locator("option", { hasText: name }).getAttribute("value");
  await Promise.all([page.waitForEvent("load"), choice.selectOption(option)]);
  await page.locator("nav a").first().waitFor();
}
