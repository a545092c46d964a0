import * as React from "react";
import { QuestionView } from "../view";
import { AnswerButtons, QuestionsProps } from "./Questions";

/** Says what became of the last answer, and lets a slip of the finger be put right. */
export function NoticeLine({ recorded, ...questions }: QuestionsProps & { recorded: QuestionView | null }): React.ReactElement {
  const { answering: { pending, notice }, words } = questions;
  const [isCorrected, setCorrected] = React.useState(false);
  React.useEffect(() => { setCorrected(false); }, [notice]);

  return (
    <>
      <div className="buy-notice" aria-live="polite">
        {pending && words.text("Recording")}
        {notice && <span className={`buy-${notice.kind}`}>{notice.text}</span>}
        {recorded && (
          <button type="button" className="buy-link" aria-expanded={isCorrected} onClick={() => { setCorrected(!isCorrected); }}>
            {words.text("Change")}
          </button>
        )}
      </div>
      {recorded && isCorrected && (
        <div className="buy-ask buy-correction">
          <p>{recorded.text}</p>
          <AnswerButtons question={recorded} {...questions} />
        </div>
      )}
    </>
  );
}
