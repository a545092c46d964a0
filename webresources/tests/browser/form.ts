import assert from "node:assert/strict";
import { Browser, Locator, Route } from "playwright-core";
import { ControlPage, Options, Surroundings } from "./control";

/** What the form gives to the control; see tests/host/host.js. */
export interface Form extends Surroundings {
  journey: string | null;
  security?: { readable: boolean; editable: boolean; secured: boolean };
  readOnly?: boolean;
  client?: "Web" | "Mobile";
  offline?: boolean;
  earlierAnswers?: Record<string, string>[];
  newJourney?: string;
  refusal?: string;
  /** What the platform finds in a table. */
  rows?: Record<string, Record<string, unknown>[]>;
  /** The contact that every member of the buying group is. */
  contact?: string;
}

/** The answer of the Web API to the call of the Custom API. */
export interface Reply {
  status: number;
  body: string;
}

/** A form with the journey control on it. Only the Custom API gets an answer. */
export class FormPage extends ControlPage<Form> {
  private readonly replies: (Reply | "no network" | Promise<Reply>)[] = [];

  static async open(browser: Browser, form: Form, options: Options = {}): Promise<FormPage> {
    const opened = new FormPage(await ControlPage.pageFor(browser, options));
    await opened.load("Journey", form, options);
    return opened;
  }

  protected override async reply(route: Route): Promise<void> {
    const reply = await this.replies.shift();
    if (reply === undefined) return super.reply(route);
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
  async says(sentence: string, place: "asking" | "rating" | "plan" | "sharing" = "asking"): Promise<void> {
    const notice = this.page.locator(`.buy-notice-${place}`);
    const said = async () => (await notice.evaluate(line => (line.querySelector("span") ?? line).textContent ?? "")).replaceAll("\u00a0", " ");
    const deadline = Date.now() + 3000;
    while (await said() !== sentence && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 10));
    assert.equal(await said(), sentence);
  }
}
