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
  allParts: "all parts",
  closed: "closed",
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

/** Midway with everything that a journey can tell beside the position. */
export function complete(): Document {
  return {
    ...document("midway"),
    seller: { stage: "Propose", at: 5, alignment: "ahead", stages: 1 },
    turn: { party: "customer", since: "2026-11-17T08:00:00Z", isOverdue: false, dueOn: "2026-11-26", step: "Compare two approaches in a paper of their own" },
    promises: { us: { kept: 3, due: 4, percent: 75 }, customer: { kept: 0, due: 0, percent: null } },
    turns: [
      { party: "us", beganOn: "2026-09-26T10:00:00Z", endedOn: "2026-10-03T10:00:00Z", isOverdue: false },
      { party: "customer", beganOn: "2026-10-03T10:00:00Z", endedOn: "2026-10-23T10:00:00Z", isOverdue: false },
      { party: "nobody", beganOn: "2026-10-23T10:00:00Z", endedOn: "2026-10-28T10:00:00Z", isOverdue: false },
      { party: "us", beganOn: "2026-10-28T10:00:00Z", endedOn: "2026-11-06T10:00:00Z", isOverdue: false },
      { party: "us", beganOn: "2026-11-06T10:00:00Z", endedOn: "2026-11-09T10:00:00Z", isOverdue: true },
      { party: "thirdParty", beganOn: "2026-11-09T10:00:00Z", endedOn: "2026-11-17T08:00:00Z", isOverdue: false },
      { party: "customer", beganOn: "2026-11-17T08:00:00Z", endedOn: null, isOverdue: false },
    ],
    group: {
      stage: 3,
      gap: 1,
      people: [
        { id: "p1", name: "A. Virtanen", role: "decides", influence: "high", attitude: "for", veto: false, met: true, stage: 4 },
        { id: "p2", name: "M. Laine", role: "holdsTheBudget", influence: "medium", attitude: "doubts", veto: true, met: true, stage: 3 },
        { id: "p3", name: "IT security", role: null, influence: null, attitude: null, veto: true, met: false, stage: null },
      ],
      warnings: ["singleThread", "vetoUnmet"],
    },
    outcome: { value: null, approach: null, isAssumed: false, proposed: "noDecision", reason: "dateMissedTwice" },
  };
}

/** The same stages as jobs side by side, the first four of them in each of the states. */
export function jobs(): Document {
  const written = complete();
  written["process"].mode = "jobs";
  const states = ["satisfied", "reopened", "notStarted", "open", "notStarted", "notStarted"];
  written["stages"].forEach((stage: Document, index: number) => { stage["state"] = states[index]; });
  return written;
}

export const json = (name: CaseName): string => JSON.stringify(document(name));

/** Half an hour after the cases were calculated. */
export const now = new Date("2026-11-23T10:30:00Z");
