import { daysBetween, daysUntil } from "../../shared/days";
import { FocusTierChoice } from "../../shared/schema.g";
import { Words } from "../../shared/words";
import { Deal, Money, Party, Turn } from "./deals";

/** A deal in words, as its card and its line of the table show it. */
export interface CardView {
  /** The account, or the topic where there is none: people know a deal by its customer. */
  title: string;
  topic: string | null;
  value: string | null;
  days: string | null;
  move: MoveView | null;
  /** Scores of both sides in percent. */
  scores: { us: number; them: number } | null;
  tier: { look: "now" | "next" | "later" | "letGo"; words: string } | null;
  /** Verdict, chance and worth of an hour. */
  worth: string | null;
  ahead: string | null;
  /** All of it, in words that need no colour and no sign. */
  spoken: string;
}

export interface MoveView {
  party: Party;
  isLate: boolean;
  words: string;
}

const tierLooks = new Map<number, "now" | "next" | "later" | "letGo">([
  [FocusTierChoice.now, "now"],
  [FocusTierChoice.next, "next"],
  [FocusTierChoice.later, "later"],
  [FocusTierChoice.letGo, "letGo"],
]);

export function cardView(deal: Deal, now: Date, words: Words): CardView {
  const title = deal.account ?? deal.topic;
  const topic = deal.account === null ? null : deal.topic;
  const value = deal.value && moneyOf([deal.value], words);
  const days = deal.daysAtStage === null ? null : words.text("ShortDays", words.number(Math.floor(deal.daysAtStage), 0));
  const move = deal.turn && moveView(deal.turn, now, words);
  const scores = deal.us === null || deal.them === null ? null : { us: deal.us, them: deal.them };
  const look = deal.tier && tierLooks.get(deal.tier.value);
  const tier = deal.tier && look ? { look, words: deal.tier.label } : null;
  const worth = [
    deal.verdict?.label,
    deal.winChancePercent !== null && words.text("Chance", words.percent(deal.winChancePercent / 100)),
    deal.valuePerHour !== null && words.text("PerHour", words.number(deal.valuePerHour, 0)),
  ].filter(Boolean).join(" · ") || null;
  const ahead = deal.stagesAhead !== null && deal.stagesAhead > 0 ? words.count("Ahead", deal.stagesAhead) : null;

  const spoken = [
    title, topic, tier && words.text("Tier", tier.words), value,
    deal.daysAtStage !== null && words.count("DaysHere", Math.floor(deal.daysAtStage)),
    move?.words,
    scores && words.text("Scores", words.percent(scores.us / 100), words.percent(scores.them / 100)),
    worth, ahead,
  ].filter(Boolean).join(", ");

  return { title, topic, value, days, move, scores, tier, worth, ahead, spoken };
}

function moveView(turn: Turn, now: Date, words: Words): MoveView {
  const daysLeft = turn.dueOn && turn.party !== "nobody" ? daysUntil(turn.dueOn, now) : null;
  const isLate = turn.isOverdue || (daysLeft !== null && daysLeft < 0);
  return {
    party: turn.party,
    isLate,
    words: [words.text(`Move_${turn.party}`), timeOf(turn, daysLeft, isLate, now, words)].filter(Boolean).join(" · "),
  };
}

/** The nearest thing that is known: how late, when promised, or else for how long. */
function timeOf(turn: Turn, daysLeft: number | null, isLate: boolean, now: Date, words: Words): string | null {
  const days = (amount: number): string => words.text("ShortDays", words.number(amount, 0));
  if (isLate) return daysLeft !== null && daysLeft < 0 ? words.text("LateBy", days(-daysLeft)) : words.text("Late");
  if (daysLeft === 0) return words.text("Today");
  if (daysLeft !== null) return words.text("In", days(daysLeft));
  return turn.since && words.text("For", days(Math.floor(daysBetween(turn.since, now))));
}

/** What stands over a column, and over the board. */
export function totalOf(deals: readonly Deal[], words: Words): string {
  const money = moneyOf(deals.flatMap(deal => deal.value ?? []), words);
  return [words.number(deals.length, 0), money].filter(Boolean).join(" · ");
}

/** How many hours of selling are left in these deals; null when no deal says so. */
export function hoursOf(deals: readonly Deal[], words: Words): string | null {
  const known = deals.flatMap(deal => deal.remainingHours ?? []);
  return known.length === 0 ? null : words.count("HoursLeft", Math.round(known.reduce((sum, hours) => sum + hours, 0)));
}

/** The sum in short figures, one for each currency: amounts of different currencies are never added. */
function moneyOf(values: readonly Money[], words: Words): string {
  const sums = new Map<string, Money>();
  for (const value of values)
    sums.set(value.currency, { ...value, amount: value.amount + (sums.get(value.currency)?.amount ?? 0) });
  // In thousands or millions, three figures of it: "1.92M".
  const short = new Intl.NumberFormat(words.text("Locale"), { notation: "compact", maximumSignificantDigits: 3 });
  return [...sums.values()].map(({ amount, currency, currencyIsFirst }) => {
    const written = short.format(amount);
    return currencyIsFirst ? `${currency}\u00a0${written}` : `${written}\u00a0${currency}`;
  }).join(" + ");
}
