import * as React from "react";
import { PersonView } from "../people";

/** One of the buying group, or nobody in particular. */
export function PersonChoice({ people, label, nobody, person, onChoose }: {
  people: readonly PersonView[];
  label: string;
  nobody: string;
  person: string | null;
  onChoose: (person: string | null) => void;
}): React.ReactElement {
  return (
    <label className="buy-field">{label}
      <select value={person ?? ""} onChange={event => { onChoose(event.target.value || null); }}>
        <option value="">{nobody}</option>
        {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}
