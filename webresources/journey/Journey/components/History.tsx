import * as React from "react";
import { element } from "../../../shared/element";
import { HistoryView } from "../view";
import { Words } from "../../../shared/words";
import { Quiet, Sign } from "./Texts";

/** How long the customer stood where: a strip for the eye, a list for everyone. */
export function History({ history, words }: { history: HistoryView; words: Words }): React.ReactElement {
  return (
    <div className="buy-history">
      <h3>{history.title}</h3>
      <div className="buy-strip" aria-hidden="true">
        {history.visits.map(visit => (
          <span key={visit.key} className={visit.isOpen ? "buy-visit buy-open" : "buy-visit"} style={{ flexGrow: visit.days }}>
            {visit.stage} {visit.duration}
          </span>
        ))}
      </div>
      {history.turns && (
        <div className="buy-turns" aria-hidden="true">
          {history.turns.strip.map(({ key, party, isOverdue, days }) =>
            <span key={key} className={`buy-turn buy-party-${party ?? "none"}${isOverdue ? " buy-late" : ""}`} style={{ flexGrow: days }} />)}
        </div>
      )}
      <ol className="buy-visits">
        {history.visits.map(visit => (
          <li key={visit.key}>
            <Sign look={visit.isOpen ? "buy-swatch buy-open" : "buy-swatch"} />
            {visit.isReturn && `${words.text("Return")} `}
            <strong>{visit.stage}</strong> {visit.duration} <Quiet>{visit.cause}</Quiet>
          </li>
        ))}
      </ol>
      {history.turns && (
        <ul className="buy-visits" aria-label={words.text("WhoseMove")}>
          {history.turns.shares.map(share => (
            <li key={share.party}><Sign look={`buy-swatch buy-party-${share.party}`} />{share.words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
