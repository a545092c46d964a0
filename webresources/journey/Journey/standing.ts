import { daysBetween, daysUntil, duration } from "../../shared/days";
import { Journey, Kept, Outcome, Party, Promises, Seller, Turn } from "./model";
import { line, Words } from "../../shared/words";

/** What stands below the heading: how we fit, whose move it is, how it ended or seems to end. */
export interface StandingView {
  pills: PillView[];
  /** What has to be done in the present turn. */
  step: string | null;
  /** How well both sides have kept what they promised. */
  promises: string | null;
  proposal: string | null;
}

export interface PillView {
  key: "outcome" | "seller" | "turn";
  look: "plain" | "good" | "warning" | "customer" | "us" | "nobody";
  /** Repeats for the eye what the words say. */
  sign: string;
  words: string;
}

export function standingView({ outcome, seller, turn, promises }: Journey, now: Date, words: Words): StandingView {
  const pills = [
    outcome && outcomePill(outcome, words),
    seller && sellerPill(seller, words),
    turn && turnPill(turn, now, words),
  ];
  return {
    pills: pills.filter(pill => pill !== null),
    step: turn?.step ? words.text("StepToDo", turn.step) : null,
    promises: promises && promisesOf(promises, words),
    proposal: outcome && proposalOf(outcome, words),
  };
}

function outcomePill({ value, approach, isAssumed }: Outcome, words: Words): PillView | null {
  if (value === null) return null;
  const said = line(
    words.text(`Ending_${value}`),
    approach && words.text(`Approach_${approach}`),
    isAssumed && words.text("Assumed"),
  );
  return { key: "outcome", look: value === "go" ? "good" : "plain", sign: "■", words: said };
}

function proposalOf({ value, proposed, reason }: Outcome, words: Words): string | null {
  return (value === null || reason === "outcomeNotGiven") && proposed !== null && reason !== null
    ? words.text(`Proposal_${reason}`, words.text(`Ending_${proposed}`))
    : null;
}

function promisesOf({ us, customer }: Promises, words: Words): string {
  return words.text("PromisesKept", keptOf(us, words), keptOf(customer, words));
}

function keptOf({ kept, due }: Kept, words: Words): string {
  return due === 0 ? words.text("NoPromiseDue") : words.text("KeptOfDue", words.number(kept, 0), words.number(due, 0));
}

function sellerPill({ stage, alignment, stages }: Seller, words: Words): PillView {
  if (alignment === "aligned") return { key: "seller", look: "plain", sign: "=", words: words.text("Aligned", stage) };
  return {
    key: "seller",
    look: "warning",
    sign: alignment === "ahead" ? "▲" : "▼",
    words: words.count(alignment === "ahead" ? "Ahead" : "Behind", stages, stage),
  };
}

const turnLooks: Record<Party, PillView["look"]> = { customer: "customer", us: "us", thirdParty: "plain", nobody: "nobody" };

function turnPill(turn: Turn, now: Date, words: Words): PillView {
  const daysLeft = turn.dueOn && daysUntil(turn.dueOn, now);
  // A promise can have passed since the journey was calculated.
  const isLate = turn.isOverdue || (daysLeft !== null && daysLeft < 0);
  const times = isLate
    ? [lateness(daysLeft, words)]
    : [duration(daysBetween(turn.since, now), words), daysLeft !== null && promise(daysLeft, words)];
  return {
    key: "turn",
    look: isLate ? "warning" : turnLooks[turn.party],
    sign: turn.party === "nobody" ? "○" : "●",
    words: line(words.text(`Move_${turn.party}`), ...times),
  };
}

function lateness(daysLeft: number | null, words: Words): string {
  return daysLeft !== null && daysLeft < 0 ? words.count("DaysLate", -daysLeft) : words.text("Late");
}

function promise(daysLeft: number, words: Words): string {
  return daysLeft === 0 ? words.text("PromisedToday") : words.count("Promised", daysLeft);
}
