import * as React from "react";
import { element, memo, useRef, useState } from "../../../shared/element";
import { Words } from "../../../shared/words";
import { Column, Lane } from "../lanes";
import { moved } from "../moving";
import { totalOf } from "../view";
import { Card } from "./Card";
import { useGrowing } from "./useGrowing";

interface LanesProps {
  lanes: readonly Lane[];
  hour: number;
  rightToLeft: boolean;
  words: Words;
  onOpen: (id: string) => void;
}

/** The stages side by side. Of all cards one is reached by Tab; from there the arrows go on. */
export function Lanes({ lanes, hour, rightToLeft, words, onOpen }: LanesProps): React.ReactElement {
  const [visited, setVisited] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const ids = lanes.flatMap(lane => lane.columns.flatMap(column => column.deals.map(deal => deal.id)));
  const reached = visited !== null && ids.includes(visited) ? visited : ids[0] ?? null;

  const move = (event: React.KeyboardEvent): void => {
    if (reached === null || event.altKey || event.metaKey) return;
    const to = moved(lanes, reached, event.key, { ctrl: event.ctrlKey, rightToLeft });
    if (to === null) return;
    event.preventDefault();
    place.current?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(to)}"]`)?.focus();
  };
  const visit = (event: React.FocusEvent<HTMLElement>): void => {
    setVisited((event.target as HTMLElement).dataset.deal ?? null);
  };

  return (
    <div ref={place} className="buy-lanes" onKeyDown={move} onFocus={visit}>
      {lanes.map(lane => (
        <section key={lane.process ?? ""} className="buy-lane" aria-label={lane.process ?? words.text("NoProcess")}>
          <h2 className={lanes.length > 1 ? undefined : "buy-unseen"}>{lane.process ?? words.text("NoProcess")}</h2>
          <div className="buy-columns" style={{ "--columns": lane.columns.length } as React.CSSProperties}>
            {lane.columns.map(column => (
              <ColumnOfCards key={column.key} column={column} hour={hour} words={words} onOpen={onOpen}
                reached={column.deals.some(deal => deal.id === reached) ? reached : null} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface ColumnProps {
  column: Column;
  hour: number;
  /** The deal that Tab reaches, if it is in this column. */
  reached: string | null;
  words: Words;
  onOpen: (id: string) => void;
}

const ColumnOfCards = memo(function ColumnOfCards({ column, hour, reached, words, onOpen }: ColumnProps): React.ReactElement {
  const name = column.stage ?? words.text("NoStage");
  const drawn = useGrowing(column.deals.length);
  return (
    <div className="buy-column" role="group" aria-label={name}>
      <h3>{name}</h3>
      <p className="buy-small">{totalOf(column.deals, words)}</p>
      <ul>
        {column.deals.slice(0, drawn).map(deal => <Card key={deal.id} deal={deal} isReached={deal.id === reached} hour={hour} words={words} onOpen={onOpen} />)}
      </ul>
    </div>
  );
});
