import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "./folders";

/** A journey as the column holds it, before anything is read from it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break documents on purpose
export type Document = Record<string, any>;

const documents = readFileSync(join(fixtures, "journeys.json"), "utf8");

/** A fresh copy: a process just chosen, a customer midway with a way back behind them, and one at the last stage. */
export function document(name: "fresh" | "midway" | "last"): Document {
  return (JSON.parse(documents) as Record<string, Document>)[name]!;
}

export const json = (name: Parameters<typeof document>[0]): string => JSON.stringify(document(name));

/** The day on which the documents were written. */
export const now = new Date("2026-11-23T10:30:00Z");
