import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cases } from "./folders";

/** A journey as the column holds it, before anything is read from it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break documents on purpose
export type Document = Record<string, any>;

/** The shared cases, by the first words of their reason. */
const reasons = {
  fresh: "a process just chosen",
  midway: "midway",
  last: "at the last stage",
} as const;

const written = readFileSync(join(cases, "journey.json"), "utf8");

export type CaseName = keyof typeof reasons;
export const caseNames = Object.keys(reasons) as CaseName[];

/** A fresh copy of a journey that the domain wrote. */
export function document(name: CaseName): Document {
  const found = (JSON.parse(written) as { why: string; journey: Document }[]).find(({ why }) => why.startsWith(reasons[name]));
  if (!found) throw new Error(`tests/cases/journey.json has no case "${reasons[name]} ...".`);
  return found.journey;
}

export const json = (name: CaseName): string => JSON.stringify(document(name));

/** Half an hour after the cases were calculated. */
export const now = new Date("2026-11-23T10:30:00Z");
