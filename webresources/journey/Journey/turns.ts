import { daysBetween } from "../../shared/days";
import { parties, Party, PastTurn, Visit } from "./model";
import { Words } from "../../shared/words";

export interface TurnsView {
  /** The turns below the visits, on the same scale; null is time in which no turn is known. */
  strip: { key: string; party: Party | null; isOverdue: boolean; days: number }[];
  /** Whose move it was, as shares of all turns. */
  shares: { party: Party; words: string }[];
}

/** Null where no turn has lasted yet. */
export function turnsView(turns: readonly PastTurn[], visits: readonly Visit[], now: Date, words: Words): TurnsView | null {
  const lasting = turns.map(turn => ({ ...turn, days: daysBetween(turn.beganOn, turn.endedOn ?? now) }));
  const all = daysOf(lasting);
  if (all === 0) return null;
  return {
    strip: stripOf(turns, visits, now),
    shares: parties.flatMap(party => {
      const held = lasting.filter(turn => turn.party === party);
      if (held.length === 0) return [];
      const late = daysOf(held.filter(turn => turn.isOverdue));
      const share = words.text("Share", words.text(`Move_${party}`), words.percent(daysOf(held) / all));
      return [{ party, words: late > 0 ? words.text("LateShare", share, words.percent(late / all)) : share }];
    }),
  };
}

function stripOf(turns: readonly PastTurn[], visits: readonly Visit[], now: Date): TurnsView["strip"] {
  const first = turns[0]?.beganOn ?? now;
  const begin = visits[0]?.enteredOn ?? first;
  const within = (time: Date): Date => time < begin ? begin : time;
  return [
    { key: "before", party: null, isOverdue: false, days: daysBetween(begin, first) },
    ...turns.map(({ party, isOverdue, beganOn, endedOn }) =>
      ({ key: beganOn.toISOString(), party, isOverdue, days: daysBetween(within(beganOn), within(endedOn ?? now)) })),
  ].filter(({ days }) => days > 0);
}

function daysOf(turns: readonly { days: number }[]): number {
  return turns.reduce((sum, { days }) => sum + days, 0);
}
