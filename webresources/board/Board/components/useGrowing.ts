import { useEffect, useState } from "../../../shared/element";

/** How many cards a column draws at once: more than a screen shows, few enough that nobody waits. */
const step = 25;

/** How many of a list to draw: a screenful at first and then, whenever the browser has had its turn, some more until all are there. */
export function useGrowing(length: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= length) return undefined;
    const turn = setTimeout(() => { setDrawn(drawn + step); });
    return () => { clearTimeout(turn); };
  }, [drawn, length]);
  return drawn;
}
