import * as React from "react";
import { element, Fragment, useState } from "../../../shared/element";
import { Link, Toggle } from "./Buttons";
import { earlierAnswer } from "../record";
import { QuestionView } from "../view";
import { DayField, PersonChoice } from "./Fields";
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
  const [isOpen, setOpen] = useState(false);
  const { pending, journey: { opportunity }, send, open } = recording;
  const known = { opportunity, question: question.id };
  return (
    <>
      <Toggle look="link" isOpen={isOpen} onToggle={setOpen}>{words.text("WhoAndWhen")}</Toggle>
      {isOpen && (
        <div className="buy-details">
          <PersonChoice people={people} label={words.text("Source")} nobody={words.text("Nobody")} person={source.person} onChoose={person => { onChange({ ...source, person }); }} />
          {/* Swedish dates are written as the field wants them: 2026-11-26. */}
          <DayField label={words.text("Day")} day={source.day} last={new Date().toLocaleDateString("sv")} onChoose={day => { onChange({ ...source, day }); }} />
          {question.value !== null && <>
            <Link isBusy={pending !== null} onClick={() => { void send({ kind: "withdrawal", ...known }, words.text("Withdrawn")); }}>
              {words.text("Withdraw")}
            </Link>
            <Link onClick={() => { open(earlierAnswer(known), "asking"); }}>{words.text("OpenRow")}</Link>
          </>}
        </div>
      )}
    </>
  );
}
