import * as React from "react";
import { answerValues, grades } from "../model";
import { AskView, QuestionView } from "../view";
import { Words } from "../../../shared/words";
import { Answering } from "./useAnswering";

export interface QuestionsProps {
  answering: Answering;
  readOnly: boolean;
  words: Words;
}

/** A question worth asking now, with its reason. */
export function AskCard({ ask, ...questions }: QuestionsProps & { ask: AskView }): React.ReactElement {
  const { words } = questions;
  return (
    <article className="buy-ask">
      <p>
        {ask.text} {ask.isExitFact && <span className="buy-pill">{words.text("ExitFact")}</span>}
        {ask.gain && <span className="buy-small">{ask.gain}</span>}
      </p>
      <p className="buy-small">{ask.reason}</p>
      {ask.known && <p className="buy-small">{words.text("Known", ask.known)}</p>}
      <AnswerButtons question={ask} {...questions} />
    </article>
  );
}

/** A question in one line that opens to be answered, or answered anew. */
export function QuestionRow({ question, note, ...questions }: QuestionsProps & { question: QuestionView; note: string | null }): React.ReactElement {
  const [isOpen, setOpen] = React.useState(false);
  const line = <>{question.text} <span className="buy-quiet">{note}</span></>;
  if (questions.readOnly) return <li>{line}</li>;
  return (
    <li>
      <button type="button" className="buy-row" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{line}</button>
      {isOpen && <AnswerButtons question={question} {...questions} />}
    </li>
  );
}

let groups = 0;

/** Radio buttons are grouped by a name that must be unique on the page: the same question can be open in two places. */
function newGroup(): string {
  groups += 1;
  return `buy-grade-${groups}`;
}

/** How we know is chosen first and stays chosen, so that answering takes one click. */
export function AnswerButtons({ question, answering, readOnly, words }: QuestionsProps & { question: QuestionView }): React.ReactElement | null {
  const { pending, grade, chooseGrade, answer } = answering;
  const [group] = React.useState(newGroup);
  if (readOnly) return null;

  const given = pending?.question === question.id ? pending.value : question.value;
  return (
    <>
      {question.proof && <p className="buy-small">{question.proof}</p>}
      <div className="buy-answering" aria-busy={pending?.question === question.id}>
        <div className="buy-segment" role="radiogroup" aria-label={words.text("HowWeKnow")}>
          {grades.map(choice => (
            <label key={choice} className="buy-choice">
              <input type="radio" name={group} value={choice} checked={choice === grade} onChange={() => { chooseGrade(choice); }} />
              <span>{words.text(`Grade_${choice}`)}</span>
            </label>
          ))}
        </div>
        <div className="buy-segment" role="group" aria-label={words.text("AnswerTo", question.text)}>
          {answerValues.map(value => (
            <button key={value} type="button" className="buy-answer" aria-pressed={value === given} aria-disabled={pending !== null} onClick={() => { answer(question.id, value); }}>
              {words.text(`Value_${value}`)}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}
