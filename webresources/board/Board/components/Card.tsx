import * as React from "react";
import { element, memo, useMemo } from "../../../shared/element";
import { Words } from "../../../shared/words";
import { Deal } from "../deals";
import { CardView, cardView, MoveView } from "../view";

export interface DealProps {
  deal: Deal;
  hour: number;
  words: Words;
  onOpen: (id: string) => void;
}

/** One deal: a button that opens it, spoken as one sentence. */
export const Card = memo(function Card({ deal, isReached, hour, words, onOpen }: DealProps & { isReached: boolean }): React.ReactElement {
  const card = useMemo(() => cardView(deal, new Date(hour), words), [deal, hour, words]);
  return (
    <li>
      <button type="button" className={`buy-card buy-of-${card.move?.party ?? "unknown"}`} data-deal={deal.id} tabIndex={isReached ? 0 : -1} onClick={() => { onOpen(deal.id); }}>
        <span className="buy-unseen">{card.spoken}</span>
        <span className="buy-face" aria-hidden="true">
          <span className="buy-title"><strong>{card.title}</strong>{card.tier && <span className={`buy-tier buy-tier-${card.tier.look}`}>{card.tier.words}</span>}</span>
          {card.topic && <span className="buy-topic">{card.topic}</span>}
          <span className="buy-figures"><span>{card.value}</span><span>{card.days}</span></span>
          {card.move && <Move move={card.move} />}
          {card.scores && <Scores scores={card.scores} words={words} />}
          {card.worth && <span className="buy-worth">{card.worth}</span>}
          {card.ahead && <span className="buy-worth buy-warning">▲ {card.ahead}</span>}
        </span>
      </button>
    </li>
  );
});

export function Move({ move }: { move: MoveView }): React.ReactElement {
  return <span className={`buy-move buy-of-${move.party}`}><span className="buy-dot" aria-hidden="true" /><span className={move.isLate ? "buy-warning" : undefined}>{move.words}</span></span>;
}

function Scores({ scores, words }: { scores: NonNullable<CardView["scores"]>; words: Words }): React.ReactElement {
  return (
    <span className="buy-scores">
      {words.text("Us")} <Bar percent={scores.us} /> {words.text("Them")} <Bar percent={scores.them} />
    </span>
  );
}

function Bar({ percent }: { percent: number }): React.ReactElement {
  return <span className="buy-score"><span style={{ width: `${percent}%` }} /></span>;
}
