import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { Browser, BrowserContextOptions, chromium, Page, Route } from "playwright-core";
import { webresources } from "../folders";
import { ControlName, english, stringsOf } from "../strings";

/** What every form and view gives to a control; see tests/host/host.js. */
export interface Surroundings {
  rightToLeft?: boolean;
  theme?: { tokenTheme: Record<string, string>; isDarkTheme: boolean };
  strings?: Record<string, string>;
}

export interface Host {
  calls: { name: string; given: unknown[] }[];
  mount(name: string, given: Surroundings): void;
  update(changes: object): void;
  stringsRead(): number;
  outputs(): { values: object; notified: number };
  unmount(): void;
}

declare global {
  interface Window { host: Host }
}

export const origin = "https://contoso.example";
const screenshots = join(webresources, "tests", "screenshots");
/** The program that judges whether everybody can use a page. */
export const axe = createRequire(join(webresources, "package.json")).resolve("axe-core/axe.min.js");

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: installedBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** The browser of the machine: none is downloaded. */
function installedBrowser(): string {
  const named = process.env["BUYERPATH_BROWSER"];
  if (named) return existsSync(named) ? named : noBrowser(`BUYERPATH_BROWSER names ${named}, which does not exist.`);

  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap(folder => names.flatMap(name => endings.map(ending => join(folder, name + ending))));
  const programs = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap(name => process.env[name] ?? []);
  const usual = [
    ...programs.flatMap(folder => [join(folder, "Google", "Chrome", "Application", "chrome.exe"), join(folder, "Microsoft", "Edge", "Application", "msedge.exe")]),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return [...onPath, ...usual].find(path => existsSync(path)) ?? noBrowser("No Chromium was found.");
}

function noBrowser(why: string): never {
  throw new Error(`${why} Install Chromium, Google Chrome or Microsoft Edge (Debian: apt-get install chromium), or name its program in BUYERPATH_BROWSER.`);
}

/** The window of the browser; `width` is the room that the control has. */
export type Options = BrowserContextOptions & { width?: number };

/** A page with the production bundle of a control on it. Every request is recorded. */
export class ControlPage<Given extends Surroundings> {
  readonly requests: { url: string; method: string; body: unknown }[] = [];
  readonly errors: string[] = [];

  protected constructor(readonly page: Page) {}

  protected static async pageFor(browser: Browser, { width = 960, ...context }: Options): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: Math.max(width, 320), height: 900 }, reducedMotion: "reduce", ...context });
    page.setDefaultTimeout(5_000);
    return page;
  }

  protected async load(control: ControlName, given: Given, { width = 960 }: Options): Promise<void> {
    const built = join(webresources, control.toLowerCase(), "out", "controls", control);
    if (!existsSync(join(built, "bundle.js"))) throw new Error("These tests run what ships. Build it first: npm run build.");

    const { page } = this;
    page.on("pageerror", error => this.errors.push(error.message));
    page.on("console", message => { if (message.type() === "error") this.errors.push(message.text()); });
    await page.route("**/*", route => route.request().url() === `${origin}/`
      ? route.fulfill({ contentType: "text/html", body: document(given, width) })
      : this.record(route));

    await page.clock.setFixedTime(new Date("2026-11-23T10:30:00Z"));
    await page.goto(`${origin}/`);
    for (const path of [join(webresources, "tests", "host", "host.js"), join(webresources, "platform", "out", "platform.js"), join(built, "bundle.js")])
      await page.addScriptTag({ content: readFileSync(path, "utf8") });
    await page.addStyleTag({ content: readFileSync(join(built, "css", `${control}.css`), "utf8") });
    await page.evaluate(([name, told]) => { window.host.mount(name, told); }, [`BuyerPath.${control}`, { strings: stringsOf(english, control), ...given }] as const);
  }

  private async record(route: Route): Promise<void> {
    const request = route.request();
    this.requests.push({ url: request.url().slice(origin.length), method: request.method(), body: request.postDataJSON() });
    await this.reply(route);
  }

  protected reply(route: Route): Promise<void> {
    throw new Error(`Nobody expected ${route.request().method()} ${route.request().url()}.`);
  }

  update(changes: Partial<Given>): Promise<void> {
    return this.page.evaluate(given => { window.host.update(given); }, changes as object);
  }

  platformCalls(): Promise<Host["calls"]> {
    return this.page.evaluate(() => window.host.calls);
  }

  /** Nobody is kept out and nothing is cut off: the rules broken, a scroll bar below and errors of scripts are failures. */
  async judge(name: string): Promise<void> {
    await this.screenshot(name);
    assert.deepEqual(await this.violations(), []);
    assert.deepEqual(this.errors, []);
    assert.deepEqual(await this.page.evaluate(() => window.document.documentElement.scrollWidth - innerWidth), 0, "The page is wider than its window.");
  }

  /** The accessibility rules broken, each with the first element that breaks it. */
  async violations(): Promise<string[]> {
    if (!await this.page.evaluate(() => "axe" in window)) await this.page.addScriptTag({ content: readFileSync(axe, "utf8") });
    return this.page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
    });
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

function document(given: Surroundings, width: number): string {
  const dark = given.theme?.isDarkTheme ?? false;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Opportunities</title><style>
    body { margin: 0; padding: ${width < 480 ? 0 : 16}px; background: ${dark ? "#1f1f1f" : "#f5f5f5"}; color: ${dark ? "#fff" : "#242424"}; font: 14px "Segoe UI", sans-serif }
    h1 { font-size: 14px; margin: 0 0 8px }
    #control { max-width: ${width}px; box-sizing: border-box; padding: ${width < 480 ? 12 : 20}px; border-radius: 8px; background: ${dark ? "#292929" : "#fff"} }
  </style></head><body><main><h1>Opportunities</h1><div id="control"></div></main></body></html>`;
}
