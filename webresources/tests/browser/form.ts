import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { Browser, BrowserContextOptions, chromium, Locator, Page, Route } from "playwright-core";
import { webresources } from "../folders";
import { english, stringsOf } from "../strings";

/** What the form gives to the control; see tests/host/host.js. */
export interface Form {
  journey: string | null;
  security?: { readable: boolean; editable: boolean; secured: boolean };
  readOnly?: boolean;
  client?: "Web" | "Mobile";
  offline?: boolean;
  rightToLeft?: boolean;
  theme?: { tokenTheme: Record<string, string>; isDarkTheme: boolean };
  earlierAnswers?: Record<string, string>[];
  newJourney?: string;
  refusal?: string;
  strings?: Record<string, string>;
}

export interface Host {
  calls: { name: string; given: unknown[] }[];
  mount(name: string, form: Form): void;
  update(changes: Partial<Form>): void;
  stringsRead(): number;
  outputs(): { values: object; notified: number };
  unmount(): void;
}

declare global {
  interface Window { host: Host }
}

/** The answer of the Web API to the call of the Custom API. */
export interface Reply {
  status: number;
  body: string;
}

const origin = "https://contoso.example";
const built = join(webresources, "journey", "out", "controls", "Journey");
const screenshots = join(webresources, "tests", "screenshots");
/** The program that judges whether everybody can use a page. */
export const axe = createRequire(join(webresources, "package.json")).resolve("axe-core/axe.min.js");

export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(join(built, "bundle.js"))) throw new Error("These tests run what ships. Build it first: npm run build.");
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

/** A form with the production bundle of the control on it. Every request is recorded; only the Custom API gets an answer. */
export class FormPage {
  readonly requests: { url: string; method: string; body: unknown }[] = [];
  readonly errors: string[] = [];
  private readonly replies: (Reply | "no network" | Promise<Reply>)[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, form: Form, options: BrowserContextOptions & { width?: number } = {}): Promise<FormPage> {
    const { width = 960, ...context } = options;
    const page = await browser.newPage({ viewport: { width: Math.max(width, 320), height: 900 }, reducedMotion: "reduce", ...context });
    page.setDefaultTimeout(5_000);
    const opened = new FormPage(page);
    await opened.load(form, width);
    return opened;
  }

  private async load(form: Form, width: number): Promise<void> {
    const { page } = this;
    page.on("pageerror", error => this.errors.push(error.message));
    page.on("console", message => { if (message.type() === "error") this.errors.push(message.text()); });
    await page.route("**/*", route => route.request().url() === `${origin}/`
      ? route.fulfill({ contentType: "text/html", body: document(form, width) })
      : this.reply(route));

    await page.clock.setFixedTime(new Date("2026-11-23T10:30:00Z"));
    await page.goto(`${origin}/`);
    for (const path of [join(webresources, "tests", "host", "host.js"), join(webresources, "platform", "out", "platform.js"), join(built, "bundle.js")])
      await page.addScriptTag({ content: readFileSync(path, "utf8") });
    await page.addStyleTag({ content: readFileSync(join(built, "css", "Journey.css"), "utf8") });
    await page.evaluate(given => { window.host.mount("BuyerPath.Journey", given); }, { strings: stringsOf(english), ...form });
  }

  private async reply(route: Route): Promise<void> {
    const request = route.request();
    this.requests.push({ url: request.url().slice(origin.length), method: request.method(), body: request.postDataJSON() });
    const reply = await this.replies.shift();
    if (reply === undefined) throw new Error(`Nobody expected ${request.method()} ${request.url()}.`);
    if (reply === "no network") await route.abort("connectionfailed");
    else await route.fulfill({ status: reply.status, contentType: "application/json", body: reply.body });
  }

  /** What the server will answer next, in this order. */
  willReply(...replies: (Reply | "no network")[]): void {
    this.replies.push(...replies);
  }

  /** What the server will answer next, once the returned function is called. */
  willReplyWhenReleased(reply: Reply): () => void {
    let release = (): void => undefined;
    this.replies.push(new Promise(resolve => { release = () => { resolve(reply); }; }));
    return () => { release(); };
  }

  /** A button of the first question that is asked. */
  button(name: string): Locator {
    return this.page.locator(".buy-ask").first().getByRole("button", { name, exact: true });
  }

  answer(name: string): Promise<void> {
    return this.button(name).click();
  }

  async title(): Promise<string> {
    return (await this.page.getByRole("heading", { level: 2 }).innerText()).replaceAll("\u00a0", " ");
  }

  /** Waits until the notice says this, with ordinary spaces for those that do not break. */
  async says(sentence: string): Promise<void> {
    const notice = this.page.locator(".buy-notice");
    const said = async () => (await notice.evaluate(line => (line.querySelector("span") ?? line).textContent ?? "")).replaceAll("\u00a0", " ");
    const deadline = Date.now() + 3000;
    while (await said() !== sentence && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 10));
    assert.equal(await said(), sentence);
  }

  update(changes: Partial<Form>): Promise<void> {
    return this.page.evaluate(given => { window.host.update(given); }, changes);
  }

  platformCalls(): Promise<Host["calls"]> {
    return this.page.evaluate(() => window.host.calls);
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

function document(form: Form, width: number): string {
  const dark = form.theme?.isDarkTheme ?? false;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Opportunity</title><style>
    body { margin: 0; padding: ${width < 480 ? 0 : 16}px; background: ${dark ? "#1f1f1f" : "#f5f5f5"}; color: ${dark ? "#fff" : "#242424"}; font: 14px "Segoe UI", sans-serif }
    h1 { font-size: 14px; margin: 0 0 8px }
    #control { max-width: ${width}px; box-sizing: border-box; padding: ${width < 480 ? 12 : 20}px; border-radius: 8px; background: ${dark ? "#292929" : "#fff"} }
  </style></head><body><main><h1>Opportunity</h1><div id="control"></div></main></body></html>`;
}
