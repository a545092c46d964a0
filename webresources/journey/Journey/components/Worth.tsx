import * as React from "react";
import { ScoreView, WorthView } from "../worth";
import { Words } from "../../../shared/words";

/** Both sides' scores with their ranges, the verdict, what would settle it, and what else they can do. */
export function Worth({ worth: { sides, verdict, look, chance, reasons, ask, beside }, words }: { worth: WorthView; words: Words }): React.ReactElement {
  return (
    <div className="buy-worth">
      <h3>{words.text("WorthIt")}</h3>
      <ul className="buy-list">{sides.map(side => <Score key={side.key} score={side} />)}</ul>
      <p className="buy-verdict">
        <span className={`buy-standing buy-standing-${look}`}>{verdict}</span> {chance && <span className="buy-quiet">{chance}</span>}
      </p>
      {reasons.map(reason => <p key={reason} className="buy-small">{reason}</p>)}
      {ask && <p className="buy-settles"><strong>{words.text("FindOut")}</strong> {ask.question} <span className="buy-small">{ask.settles}</span></p>}
      {beside.length > 0 && <>
        <h4>{words.text("BesideUs")}</h4>
        <ul className="buy-list">{beside.map(each => <Score key={each.key} score={each} />)}</ul>
      </>}
    </div>
  );
}

function Score({ score: { name, score, range, spoken, low, high, mark, isUs } }: { score: ScoreView }): React.ReactElement {
  return (
    <li className="buy-score">
      <span className={isUs ? "buy-score-us" : undefined}>{name}</span>
      <span className="buy-track" aria-hidden="true">
        <span className="buy-range" style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }} />
        {mark !== null && <span className="buy-mark" style={{ insetInlineStart: `${mark}%` }} />}
      </span>
      <span className="buy-score-number" aria-hidden="true"><strong>{score}</strong> <span className="buy-quiet">{range}</span></span>
      <span className="buy-unseen">{spoken}</span>
    </li>
  );
}
