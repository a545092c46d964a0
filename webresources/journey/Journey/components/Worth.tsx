import * as React from "react";
import { element, Fragment, useState } from "../../../shared/element";
import { Link, Toggle } from "./Buttons";
import { AlternativeTable } from "../../../shared/schema.g";
import { Words } from "../../../shared/words";
import { ScoreView, SideView, WorthView } from "../worth";
import { Criterion } from "./Criterion";
import { NoticeLine } from "./NoticeLine";
import { List, Quiet, Small, Unseen } from "./Texts";
import { Recording } from "./useRecording";

interface WorthProps {
  recording: Recording;
  readOnly: boolean;
  words: Words;
}

/** Both sides' scores with their ranges and what makes them, the verdict, what would settle it, and what else they can do. */
export function Worth({ worth: { sides, verdict, look, chance, reasons, ask, beside }, ...props }: WorthProps & { worth: WorthView }): React.ReactElement {
  const { recording, words } = props;
  const openAlternative = (id: string): void => { recording.open({ table: AlternativeTable.logicalName, id }, "rating"); };
  return (
    <div className="buy-worth">
      <h3>{words.text("WorthIt")}</h3>
      <List>{sides.map(side => <Side key={side.key} side={side} {...props} />)}</List>
      <NoticeLine place="rating" recording={recording} words={words} />
      <p className="buy-verdict">
        <span className={`buy-standing buy-standing-${look}`}>{verdict}</span> {chance && <Quiet>{chance}</Quiet>}
      </p>
      {reasons.map(reason => <Small key={reason}>{reason}</Small>)}
      {ask && <p className="buy-settles"><strong>{words.text("FindOut")}</strong> {ask.question} <span className="buy-small">{ask.settles}</span></p>}
      {beside.length > 0 && <>
        <h4>{words.text("BesideUs")}</h4>
        <List>
          {beside.map(each => (
            <Score key={each.key} score={each}>
              {each.isUs ? <strong>{each.name}</strong> : <Link look="buy-person" onClick={() => { openAlternative(each.key); }}>{each.name}</Link>}
            </Score>
          ))}
        </List>
      </>}
    </div>
  );
}

function Side({ side, ...props }: WorthProps & { side: SideView }): React.ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { words } = props;
  return <>
    <Score score={side}>
      <Toggle isOpen={isOpen} onToggle={setOpen}>
        {side.name}<Unseen> ({words.text("WhatMakesIt")})</Unseen>
      </Toggle>
    </Score>
    {isOpen && (
      <li className="buy-criteria">
        <List>{side.criteria.map(criterion => <Criterion key={criterion.id} criterion={criterion} {...props} />)}</List>
        <Small>{side.sum}</Small>
      </li>
    )}
  </>;
}

function Score({ score: { score, range, spoken, low, high, mark }, children }: { score: ScoreView; children: React.ReactNode }): React.ReactElement {
  return (
    <li className="buy-score">
      <span>{children}</span>
      <span className="buy-track" aria-hidden="true">
        <span className="buy-range" style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }} />
        {mark !== null && <span className="buy-mark" style={{ insetInlineStart: `${mark}%` }} />}
      </span>
      <span className="buy-score-number" aria-hidden="true"><strong>{score}</strong> <Quiet>{range}</Quiet></span>
      <Unseen>{spoken}</Unseen>
    </li>
  );
}
