import * as React from "react";
import { earlierAnswer } from "../record";
import { QuestionView } from "../view";
import { PersonChoice } from "./PersonChoice";
import { QuestionsProps } from "./Questions";

/** Who of the buying group said or did it, and on which day (2026-11-20); null for nobody in particular, and for now. */
export interface Source {
  person: string | null;
  day: string | null;
}

interface AnswerDetailsProps extends QuestionsProps {
  question: QuestionView;
  source: Source;
  onChange: (source: Source) => void;
}

/** What most answers need not say: by whom, since when; and what can be done with an earlier answer. */
export function AnswerDetails({ question, source, onChange, recording, people, words }: AnswerDetailsProps): React.ReactElement {
  const [isOpen, setOpen] = React.useState(false);
  const { pending, journey: { opportunity }, send, open } = recording;
  const known = { opportunity, question: question.id };
  return (
    <>
      <button type="button" className="buy-link" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{words.text("WhoAndWhen")}</button>
      {isOpen && (
        <div className="buy-details">
          <PersonChoice people={people} label={words.text("Source")} nobody={words.text("Nobody")} person={source.person} onChoose={person => { onChange({ ...source, person }); }} />
          <label className="buy-field">{words.text("Day")}
            <input type="date" max={today()} value={source.day ?? ""} onChange={event => { onChange({ ...source, day: event.target.value || null }); }} />
          </label>
          {question.value !== null && <>
            <button type="button" className="buy-link" aria-disabled={pending !== null} onClick={() => { void send({ kind: "withdrawal", ...known }, words.text("Withdrawn")); }}>
              {words.text("Withdraw")}
            </button>
            <button type="button" className="buy-link" onClick={() => { open(earlierAnswer(known), "asking"); }}>{words.text("OpenRow")}</button>
          </>}
        </div>
      )}
    </>
  );
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
