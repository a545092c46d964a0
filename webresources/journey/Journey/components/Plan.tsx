import * as React from "react";
import { element, useState } from "../../../shared/element";
import { Link, Toggle } from "./Buttons";
import { StepParty, stepParties } from "../model";
import { openStep } from "../record";
import { Words } from "../../../shared/words";
import { Choice, DayField, Field } from "./Fields";
import { NoticeLine } from "./NoticeLine";
import { Recording } from "./useRecording";

interface PlanProps {
  /** What has to be done in the present turn, in a sentence. */
  todo: string | null;
  recording: Recording;
  readOnly: boolean;
  words: Words;
}

/** The step of the present turn, done with one click, and the next one: so the ball is handed over. */
export function Plan({ todo, recording, readOnly, words }: PlanProps): React.ReactElement {
  const { journey: { opportunity, turn }, pending, send, open } = recording;
  const [isPlanning, setPlanning] = useState(false);
  const step = turn?.step ?? null;
  return (
    <div className="buy-plan">
      <div className="buy-todo">
        {todo && <span className="buy-small">{todo}</span>}
        {step && !readOnly && (
          <Link isBusy={pending !== null} onClick={() => { void send({ kind: "done", opportunity, step, on: new Date() }, words.text("StepDone", step)); }}>
            {words.text("MarkDone")}
          </Link>
        )}
        {step && <Link onClick={() => { open(openStep({ opportunity, step }), "plan"); }}>{words.text("OpenStep")}</Link>}
        {!readOnly && <Toggle look="link" isOpen={isPlanning} onToggle={setPlanning}>{words.text("PlanStep")}</Toggle>}
      </div>
      {isPlanning && !readOnly && <StepForm recording={recording} words={words} onStored={() => { setPlanning(false); }} />}
      <NoticeLine place="plan" recording={recording} words={words} />
    </div>
  );
}

/** What was typed stays until it is stored. */
function StepForm({ recording: { journey: { opportunity, turn }, pending, send }, words, onStored }: Omit<PlanProps, "readOnly" | "todo"> & { onStored: () => void }): React.ReactElement {
  const [name, setName] = useState("");
  // Whoever plans while the ball is ours usually hands it over.
  const [party, setParty] = useState<StepParty>(turn?.party === "us" ? "customer" : "us");
  const [dueOn, setDueOn] = useState<string | null>(null);
  const plan = (event: React.FormEvent): void => {
    event.preventDefault();
    const step = { kind: "step", opportunity, name: name.trim(), party, dueOn } as const;
    void send(step, words.text("StepPlanned", step.name)).then(isStored => { if (isStored) onStored(); });
  };
  return (
    <form className="buy-ask buy-details" onSubmit={plan}>
      <Field label={words.text("StepName")} look="buy-wide">
        <input type="text" required maxLength={200} pattern=".*\S.*" value={name} onChange={event => { setName(event.target.value); }} />
      </Field>
      <Choice label={words.text("StepParty")} chosen={party} options={stepParties.map(each => [each, words.text(`Party_${each}`)])}
        onChoose={value => { setParty(stepParties.find(each => each === value) ?? party); }} />
      <DayField label={words.text("StepDue")} day={dueOn} onChoose={setDueOn} />
      <button type="submit" className="buy-answer buy-submit" aria-disabled={pending !== null}>{words.text("PlanIt")}</button>
    </form>
  );
}
