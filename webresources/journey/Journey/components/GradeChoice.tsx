import * as React from "react";
import { element, useState } from "../../../shared/element";
import { grades } from "../model";
import { Words } from "../../../shared/words";
import { Recording } from "./useRecording";

let groups = 0;

/** Radio buttons are grouped by a name that must be unique on the page: the same question can be open in two places. */
function newGroup(): string {
  groups += 1;
  return `buy-grade-${groups}`;
}

/** How we know is chosen first and stays chosen, so that answering and rating take one click. */
export function GradeChoice({ recording: { grade, chooseGrade }, words }: { recording: Recording; words: Words }): React.ReactElement {
  const [group] = useState(newGroup);
  return (
    <div className="buy-segment" role="radiogroup" aria-label={words.text("HowWeKnow")}>
      {grades.map(choice => (
        <label key={choice} className="buy-choice">
          <input type="radio" name={group} value={choice} checked={choice === grade} onChange={() => { chooseGrade(choice); }} />
          <span>{words.text(`Grade_${choice}`)}</span>
        </label>
      ))}
    </div>
  );
}
