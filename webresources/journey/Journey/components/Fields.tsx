import * as React from "react";
import { element } from "../../../shared/element";
import { PersonView } from "../people";

/** A field with its name above it. */
export function Field({ label, look = "", children }: { label: string; look?: string; children: React.ReactNode }): React.ReactElement {
  return <label className={`buy-field ${look}`}>{label}{children}</label>;
}

/** One of a few, by its value. */
export function Choice({ label, chosen, options, onChoose }: {
  label: string;
  chosen: string;
  options: readonly (readonly [value: string, words: string])[];
  onChoose: (value: string) => void;
}): React.ReactElement {
  return (
    <Field label={label}>
      <select value={chosen} onChange={event => { onChoose(event.target.value); }}>
        {options.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
      </select>
    </Field>
  );
}

/** One of the buying group, or nobody in particular. */
export function PersonChoice({ people, label, nobody, person, onChoose }: {
  people: readonly PersonView[];
  label: string;
  nobody: string;
  person: string | null;
  onChoose: (person: string | null) => void;
}): React.ReactElement {
  return <Choice label={label} chosen={person ?? ""} options={[["", nobody], ...people.map(({ id, name }) => [id, name] as const)]} onChoose={value => { onChoose(value || null); }} />;
}

/** A day (2026-11-26); null for none. */
export function DayField({ label, day, last, onChoose }: { label: string; day: string | null; last?: string; onChoose: (day: string | null) => void }): React.ReactElement {
  return (
    <Field label={label}>
      <input type="date" max={last} value={day ?? ""} onChange={event => { onChoose(event.target.value || null); }} />
    </Field>
  );
}
