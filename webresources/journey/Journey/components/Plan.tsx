import * as React from "react";
import { StepParty, stepParties } from "../model";
import { openStep } from "../record";
import { Words } from "../../../shared/words";
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
  const [isPlanning, setPlanning] = React.useState(false);
  const step = turn?.step ?? null;
  return (
    <div className="buy-plan">
      <div className="buy-todo">
        {todo && <span className="buy-small">{todo}</span>}
        {step && !readOnly && (
          <button type="button" className="buy-link" aria-disabled={pending !== null}
            onClick={() => { void send({ kind: "done", opportunity, step, on: new Date() }, words.text("StepDone", step)); }}>
            {words.text("MarkDone")}
          </button>
        )}
        {step && <button type="button" className="buy-link" onClick={() => { open(openStep({ opportunity, step }), "plan"); }}>{words.text("OpenStep")}</button>}
        {!readOnly && <button type="button" className="buy-link" aria-expanded={isPlanning} onClick={() => { setPlanning(!isPlanning); }}>{words.text("PlanStep")}</button>}
      </div>
      {isPlanning && !readOnly && <StepForm recording={recording} words={words} onStored={() => { setPlanning(false); }} />}
      <NoticeLine place="plan" recording={recording} words={words} />
    </div>
  );
}

/** What was typed stays until it is stored. */
function StepForm({ recording: { journey: { opportunity, turn }, pending, send }, words, onStored }: Omit<PlanProps, "readOnly" | "todo"> & { onStored: () => void }): React.ReactElement {
  const [name, setName] = React.useState("");
  // Whoever plans while the ball is ours usually hands it over.
  const [party, setParty] = React.useState<StepParty>(turn?.party === "us" ? "customer" : "us");
  const [day, setDay] = React.useState("");
  const plan = (event: React.FormEvent): void => {
    event.preventDefault();
    const step = { kind: "step", opportunity, name: name.trim(), party, dueOn: day || null } as const;
    void send(step, words.text("StepPlanned", step.name)).then(isStored => { if (isStored) onStored(); });
  };
  return (
    <form className="buy-ask buy-details" onSubmit={plan}>
      <label className="buy-field buy-wide">{words.text("StepName")}
        <input type="text" required maxLength={200} pattern=".*\S.*" value={name} onChange={event => { setName(event.target.value); }} />
      </label>
      <label className="buy-field">{words.text("StepParty")}
        <select value={party} onChange={event => { setParty(stepParties.find(each => each === event.target.value) ?? party); }}>
          {stepParties.map(each => <option key={each} value={each}>{words.text(`Party_${each}`)}</option>)}
        </select>
      </label>
      <label className="buy-field">{words.text("StepDue")}
        <input type="date" value={day} onChange={event => { setDay(event.target.value); }} />
      </label>
      <button type="submit" className="buy-answer buy-submit" aria-disabled={pending !== null}>{words.text("PlanIt")}</button>
    </form>
  );
}
