import * as React from "react";
import { element, Fragment, useEffect, useState } from "../../../shared/element";
import { Toggle } from "./Buttons";
import { QuestionView } from "../view";
import { NoticeLine } from "./NoticeLine";
import { AnswerButtons, QuestionsProps } from "./Questions";

/** Says what became of the last answer, and lets a slip of the finger be put right. */
export function AskingLine({ recorded, ...questions }: QuestionsProps & { recorded: QuestionView | null }): React.ReactElement {
  const { recording, words } = questions;
  const [isCorrected, setCorrected] = useState(false);
  useEffect(() => { setCorrected(false); }, [recording.notice]);

  return (
    <>
      <NoticeLine place="asking" recording={recording} words={words}>
        {recorded && (
          <Toggle look="link" isOpen={isCorrected} onToggle={setCorrected}>
            {words.text("Change")}
          </Toggle>
        )}
      </NoticeLine>
      {recorded && isCorrected && (
        <div className="buy-ask buy-correction">
          <p>{recorded.text}</p>
          <AnswerButtons question={recorded} {...questions} />
        </div>
      )}
    </>
  );
}
