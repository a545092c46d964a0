import * as React from "react";
import { GroupView } from "../people";
import { Words } from "../../../shared/words";

/** The people who decide, how far each of them is, and what we do not know of them. */
export function Group({ group: { gap, people, warnings }, words }: { group: GroupView; words: Words }): React.ReactElement {
  return (
    <div className="buy-group">
      <h3>{words.text("WhoDecides")} {gap && <span className="buy-small">· {gap}</span>}</h3>
      <ul className="buy-list">
        {people.map(({ id, name, known, canStop }) => (
          <li key={id}><strong>{name}</strong> <span className={canStop ? "buy-warning" : "buy-quiet"}>{known}</span></li>
        ))}
        {warnings.map(warning => <li key={warning} className="buy-small"><span aria-hidden="true">⚠ </span>{warning}</li>)}
      </ul>
    </div>
  );
}
