import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Words, wordsOf } from "../shared/words";
import { webresources } from "./folders";

export const english = 1033;
export const finnish = 1035;

export type ControlName = "Journey" | "Board";

/** The texts of a control in one language, as the platform reads them from the resx. */
export function stringsOf(language: number, control: ControlName = "Journey"): Record<string, string> {
  const resx = readFileSync(join(webresources, control.toLowerCase(), control, "strings", `${control}.${language}.resx`), "utf8");
  const texts = [...resx.matchAll(/<data name="([^"]+)" xml:space="preserve"><value>([^<]*)<\/value><\/data>/g)];
  return Object.fromEntries(texts.map(([, name, text]) => [name, text?.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")]));
}

/** Words with ordinary spaces for those that do not break, and dates as everyone writes them. */
export function wordsIn(language: number, control: ControlName = "Journey"): Words {
  const strings = stringsOf(language, control);
  return wordsOf(key => (strings[key] ?? key).replaceAll("\u00a0", " "), day => day.toISOString().slice(0, 10));
}
