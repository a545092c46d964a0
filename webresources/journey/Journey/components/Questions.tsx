import * as React from "react";
import { element, Fragment, useState } from "../../../shared/element";
import { Toggle } from "./Buttons";
import { answerValues } from "../model";
import { PersonView } from "../people";
import { AskView, QuestionView } from "../view";
import { Words } from "../../../shared/words";
import { AnswerDetails, Source } from "./AnswerDetails";
import { GradeChoice } from "./GradeChoice";
import { Quiet, Small } from "./Texts";
import { Recording } from "./useRecording";

export interface QuestionsProps {
  recording: Recording;
  people: readonly PersonView[];
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
      <Small>{ask.reason}</Small>
      {ask.known && <Small>{words.text("Known", ask.known)}</Small>}
      <AnswerButtons question={ask} {...questions} />
    </article>
  );
}

/** A question in one line that opens to be answered, or answered anew. */
export function QuestionRow({ question, note, ...questions }: QuestionsProps & { question: QuestionView; note: string | null }): React.ReactElement {
  const [isOpen, setOpen] = useState(false);
  const line = <>{question.text} <Quiet>{note}</Quiet></>;
  if (questions.readOnly) return <li>{line}</li>;
  return (
    <li>
      <Toggle isOpen={isOpen} onToggle={setOpen}>{line}</Toggle>
      {isOpen && <AnswerButtons question={question} {...questions} />}
    </li>
  );
}

/** How we know is chosen first, and by whom and since when where it matters; then answering takes one click. */
export function AnswerButtons({ question, ...questions }: QuestionsProps & { question: QuestionView }): React.ReactElement | null {
  const { recording, readOnly, words } = questions;
  const { pending, grade, journey: { opportunity }, send } = recording;
  const [source, setSource] = useState<Source>({ person: null, day: null });
  if (readOnly) return null;

  const isPending = pending?.kind === "answer" && pending.question === question.id;
  const given = isPending ? pending.value : question.value;
  const answer = (value: typeof answerValues[number]): void => {
    const said = value === "unknown" ? words.text("Value_unknown") : words.text("Given", words.text(`Value_${value}`), words.text(`Grade_${grade}`));
    void send({ kind: "answer", opportunity, question: question.id, value, grade, person: source.person, on: momentOf(source.day) }, said);
  };
  return (
    <>
      {question.proof && <Small>{question.proof}</Small>}
      <div className="buy-answering" aria-busy={isPending}>
        <GradeChoice recording={recording} words={words} />
        <div className="buy-segment" role="group" aria-label={words.text("AnswerTo", question.text)}>
          {answerValues.map(value => (
            <button key={value} type="button" className="buy-answer" aria-pressed={value === given} aria-disabled={pending !== null} onClick={() => { answer(value); }}>
              {words.text(`Value_${value}`)}
            </button>
          ))}
        </div>
        <AnswerDetails question={question} source={source} onChange={setSource} {...questions} />
      </div>
    </>
  );
}

/** A day without a time is noon of it, so that it stays that day east and west of here; no day is now. */
function momentOf(day: string | null): Date {
  return day === null ? new Date() : new Date(`${day}T12:00:00`);
}
