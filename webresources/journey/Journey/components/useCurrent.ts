import { useEffect, useState } from "../../../shared/element";
import { hasEnded, Journey, journeyOf } from "../model";
import { Refresher } from "../refresher";

const freshMilliseconds = 12 * 3_600_000;

export interface Current {
  /** The column's journey, or that of the server where the column's is old. */
  journey: Journey;
  /** It is old, and the server could not bring it up to now. */
  isOld: boolean;
}

/**
 * Evidence fades and promises pass while nothing is saved. An effect asks for the present journey, so that the first
 * paint waits for nobody. A closed opportunity keeps the journey it was closed with.
 */
export function useCurrent(column: Journey, now: number, refresh: Refresher): Current {
  const [answer, setAnswer] = useState<{ over: Journey; journey: Journey | null } | null>(null);
  const isOld = now - column.calculatedOn.getTime() > freshMilliseconds && !hasEnded(column);

  useEffect(() => {
    if (!isOld) return undefined;
    let isAwaited = true;
    const settle = (journey: Journey | null): void => {
      if (isAwaited) setAnswer({ over: column, journey });
    };
    // What went wrong is nothing the reader can act on: that the journey is an old one is told, whatever the reason.
    refresh(column.opportunity)
      .then(json => { settle(json === null ? null : journeyOf(json)); })
      .catch(() => { settle(null); });
    return () => { isAwaited = false; };
  }, [column, isOld, refresh]);

  const given = answer?.over === column ? answer : null;
  return { journey: given?.journey ?? column, isOld: given !== null && given.journey === null };
}
