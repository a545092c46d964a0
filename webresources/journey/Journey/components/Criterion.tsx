import * as React from "react";
import { element, Fragment, useState } from "../../../shared/element";
import { Link, Toggle } from "./Buttons";
import { Level } from "../model";
import { RatingTable } from "../../../shared/schema.g";
import { Words } from "../../../shared/words";
import { CriterionView } from "../worth";
import { GradeChoice } from "./GradeChoice";
import { Quiet } from "./Texts";
import { Recording } from "./useRecording";

interface CriterionProps {
  criterion: CriterionView;
  recording: Recording;
  readOnly: boolean;
  words: Words;
}

/** A criterion in one line that opens to be rated, each level with the words that say when it holds. */
export function Criterion({ criterion, recording, readOnly, words }: CriterionProps): React.ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { pending, grade, journey: { opportunity }, send, open } = recording;
  const { id, name, known, choices, rating } = criterion;
  const line = <>{name} <Quiet>{known}</Quiet></>;
  const openRating = rating && <Link onClick={() => { open({ table: RatingTable.logicalName, id: rating }, "rating"); }}>{words.text("OpenRow")}</Link>;
  if (readOnly || choices.length === 0) return <li>{line} {openRating}</li>;

  const isPending = pending?.kind === "rating" && pending.criterion === id;
  const given = isPending ? pending.level : criterion.level;
  const rate = (level: Level): void => {
    const said = level === "unknown" ? words.text("Level_unknown") : words.text("Given", words.text(`Level_${level}`), words.text(`Grade_${grade}`));
    void send({ kind: "rating", opportunity, criterion: id, rating, level, grade }, words.text("Rated", name, said));
  };
  return (
    <li>
      <Toggle isOpen={isOpen} onToggle={setOpen}>{line}</Toggle>
      {isOpen && (
        <div className="buy-rating" aria-busy={isPending}>
          <GradeChoice recording={recording} words={words} />
          <div className="buy-levels" role="group" aria-label={words.text("LevelOf", name)}>
            {choices.map(({ level, label, anchor }) => (
              <button key={level} type="button" className="buy-answer" aria-pressed={level === given} aria-disabled={pending !== null} onClick={() => { rate(level); }}>
                {label}{anchor && <span className="buy-anchor"> {anchor}</span>}
              </button>
            ))}
          </div>
          {openRating}
        </div>
      )}
    </li>
  );
}
