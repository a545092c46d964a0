import * as React from "react";
import { element, memo, useMemo } from "../../../shared/element";
import { Deal } from "../deals";
import { cardView } from "../view";
import { DealProps, Move } from "./Card";

/** The same deals below each other, for small screens and for those who prefer lines. */
export function DealTable({ deals, hour, words, onOpen }: { deals: readonly Deal[] } & Omit<DealProps, "deal">): React.ReactElement {
  return (
    <table className="buy-table">
      <thead>
        <tr>
          <th scope="col">{words.text("Opportunity")}</th>
          <th scope="col">{words.text("WhoseMove")}</th>
          <th scope="col">{words.text("Worth")}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map(deal => <DealRow key={deal.id} deal={deal} hour={hour} words={words} onOpen={onOpen} />)}
      </tbody>
    </table>
  );
}

const DealRow = memo(function DealRow({ deal, hour, words, onOpen }: DealProps): React.ReactElement {
  const row = useMemo(() => cardView(deal, new Date(hour), words), [deal, hour, words]);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="buy-link" onClick={() => { onOpen(deal.id); }}>{row.title}</button>
        {row.tier && <span className={`buy-tier buy-tier-${row.tier.look}`}>{row.tier.words}</span>}
        {row.topic && <span className="buy-small">{row.topic}</span>}
        <span className="buy-small">{deal.stage?.name ?? words.text("NoStage")}{row.days && ` · ${row.days}`}</span>
      </th>
      <td>
        {row.move && <Move move={row.move} />}
        {row.ahead && <span className="buy-small buy-warning">▲ {row.ahead}</span>}
      </td>
      <td>
        {row.value}
        {row.worth && <span className="buy-small">{row.worth}</span>}
      </td>
    </tr>
  );
});
