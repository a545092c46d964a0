import { Lane } from "./lanes";

const steps: Record<string, { across: number; down: number } | undefined> = {
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
};

/**
 * The deal to which a key leads from another one; null when it leads nowhere. Up and down stay in the column and go on in the
 * next process, left and right go to the next column that has deals, Home and End to the ends of the column, with Ctrl of the board.
 */
export function moved(lanes: readonly Lane[], from: string, key: string, options: { ctrl: boolean; rightToLeft: boolean }): string | null {
  const columns = lanes.flatMap((lane, index) => lane.columns.filter(column => column.deals.length > 0)
    .map(column => ({ lane: index, ids: column.deals.map(deal => deal.id) })));
  const at = columns.findIndex(column => column.ids.includes(from));
  const here = columns[at];
  if (!here) return null;

  const row = here.ids.indexOf(from);
  if (key === "Home") return (options.ctrl ? columns[0] : here)?.ids[0] ?? null;
  if (key === "End") return last((options.ctrl ? last(columns) : here)?.ids ?? []) ?? null;

  const step = steps[key];
  if (!step) return null;
  if (step.across !== 0) {
    const next = columns[at + (options.rightToLeft ? -step.across : step.across)];
    return next?.lane === here.lane ? next.ids[Math.min(row, next.ids.length - 1)] ?? null : null;
  }
  const within = here.ids[row + step.down];
  if (within !== undefined) return within;
  const beyond = columns.filter(column => column.lane === here.lane + step.down);
  const place = at - columns.findIndex(column => column.lane === here.lane);
  const below = beyond[Math.min(place, beyond.length - 1)];
  return (step.down > 0 ? below?.ids[0] : last(below?.ids ?? [])) ?? null;
}

function last<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}
