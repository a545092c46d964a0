import { Choice, Deal } from "./deals";

/** The pills above the board: each counts the deals that it would leave. */
export const quickFilters = ["all", "us", "customer", "nobody", "ahead"] as const;
export type QuickFilter = typeof quickFilters[number];

export const orders = ["view", "value", "days", "due", "perHour", "chance"] as const;
export type Order = typeof orders[number];

/** What of the view is shown, and in which order. */
export interface Choosing {
  quick: QuickFilter;
  verdict: number | null;
  tier: number | null;
  text: string;
  order: Order;
}

export const everything: Choosing = { quick: "all", verdict: null, tier: null, text: "", order: "view" };

export function isEverything({ quick, verdict, tier, text }: Choosing): boolean {
  return quick === "all" && verdict === null && tier === null && text.trim() === "";
}

export function chosen(deals: readonly Deal[], choosing: Choosing): readonly Deal[] {
  const wanted = choosing.text.trim().toLocaleLowerCase();
  const fitting = isEverything(choosing) ? deals : deals.filter(deal =>
    fits(deal, choosing.quick)
    && (choosing.verdict === null || deal.verdict?.value === choosing.verdict)
    && (choosing.tier === null || deal.tier?.value === choosing.tier)
    && (wanted === "" || `${deal.topic} ${deal.account ?? ""}`.toLocaleLowerCase().includes(wanted)));
  return choosing.order === "view" ? fitting : sorted(fitting, keyOf[choosing.order]);
}

export function fits(deal: Deal, quick: QuickFilter): boolean {
  if (quick === "all") return true;
  if (quick === "ahead") return (deal.stagesAhead ?? 0) > 0;
  return deal.turn?.party === quick;
}

/** The choices that occur, in the order of their values. */
export function choicesOf(deals: readonly Deal[], choiceOf: (deal: Deal) => Choice | null): Choice[] {
  const found = new Map<number, Choice>();
  for (const deal of deals) {
    const choice = choiceOf(deal);
    if (choice) found.set(choice.value, choice);
  }
  return [...found.values()].sort((one, other) => one.value - other.value);
}

/** Smaller comes first; what is not known comes last. */
const keyOf: Record<Exclude<Order, "view">, (deal: Deal) => number> = {
  value: deal => -(deal.value?.amount ?? -Infinity),
  days: deal => -(deal.daysAtStage ?? -Infinity),
  due: deal => deal.turn?.dueOn?.getTime() ?? Infinity,
  perHour: deal => -(deal.valuePerHour ?? -Infinity),
  chance: deal => -(deal.winChancePercent ?? -Infinity),
};

function sorted(deals: readonly Deal[], key: (deal: Deal) => number): Deal[] {
  const compare = (one: number, other: number): number => one === other ? 0 : one < other ? -1 : 1;
  return [...deals].sort((one, other) => compare(key(one), key(other)));
}
