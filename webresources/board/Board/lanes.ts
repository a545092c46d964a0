import { Deal } from "./deals";

/** One buying process with its stages side by side. Versions of a process share their name, and so their lane. */
export interface Lane {
  /** Null where nobody has chosen a process. */
  process: string | null;
  columns: Column[];
}

/** A stage with the deals whose customers stand there. */
export interface Column {
  key: string;
  /** Null where the position is not known. */
  stage: string | null;
  deals: Deal[];
}

/**
 * The processes, that of most deals first and those without one last; each with every stage at which some deal of the view
 * stands, in the customer's order. The columns come from all deals, so that a filter empties columns and does not move them.
 */
export function lanesOf(all: readonly Deal[], shown: readonly Deal[]): Lane[] {
  const isShown = new Set(shown);
  return groups(all, deal => deal.process ?? "")
    .sort((one, other) => Number(one.key === "") - Number(other.key === "") || other.deals.length - one.deals.length)
    .map(({ key, deals }) => ({ process: key || null, columns: columnsOf(key, deals, shown, isShown) }));
}

function columnsOf(process: string, deals: readonly Deal[], shown: readonly Deal[], isShown: ReadonlySet<Deal>): Column[] {
  const placeOf = new Map(shown.map((deal, index) => [deal, index]));
  return groups(deals, deal => deal.stage?.name ?? "")
    .sort((one, other) => orderOf(one.deals) - orderOf(other.deals))
    .map(({ key, deals: here }) => ({
      key: `${process}/${key}`,
      stage: key || null,
      deals: here.filter(deal => isShown.has(deal)).sort((one, other) => (placeOf.get(one) ?? 0) - (placeOf.get(other) ?? 0)),
    }));
}

function orderOf(deals: readonly Deal[]): number {
  return Math.min(...deals.map(deal => deal.stage?.order ?? -1));
}

function groups(deals: readonly Deal[], keyOf: (deal: Deal) => string): { key: string; deals: Deal[] }[] {
  const found = new Map<string, Deal[]>();
  for (const deal of deals) {
    const key = keyOf(deal);
    const group = found.get(key);
    if (group) group.push(deal);
    else found.set(key, [deal]);
  }
  return [...found].map(([key, group]) => ({ key, deals: group }));
}
