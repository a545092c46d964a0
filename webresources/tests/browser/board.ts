import { Browser, Locator } from "playwright-core";
import { columns, Row } from "../deals";
import { ControlPage, Options, Surroundings } from "./control";

/** What a view gives to the board; see tests/host/host.js. */
export interface View extends Surroundings {
  rows: Row[];
  columns: string[];
  /** How many of the rows have been read; all of them where it is left out. */
  loaded?: number;
  loading?: boolean;
  error?: string;
  width?: number;
}

/** A page with the portfolio board over a view. Nothing answers a request: the board must not make any. */
export class BoardPage extends ControlPage<View> {
  static async open(browser: Browser, view: Partial<View> & { rows: Row[] }, options: Options = {}): Promise<BoardPage> {
    const { width = 1366 } = options;
    const opened = new BoardPage(await ControlPage.pageFor(browser, { ...options, width }));
    await opened.load("Board", { columns, width, ...view }, { ...options, width });
    return opened;
  }

  card(name: string): Locator {
    return this.page.locator(".buy-card", { hasText: name });
  }

  /** What each column shows: its stage, its total, its deals. */
  columns(): Promise<string[][]> {
    return this.page.locator(".buy-column").evaluateAll(found => found.map(column =>
      [...column.querySelectorAll("h3, p, .buy-title strong")].map(part => (part.textContent ?? "").replaceAll("\u00a0", " "))));
  }

  /** The account of the card that has the focus. */
  focused(): Promise<string | undefined> {
    return this.page.evaluate(() => window.document.activeElement?.querySelector(".buy-title strong")?.textContent ?? undefined);
  }
}
