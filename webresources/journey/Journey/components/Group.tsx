import * as React from "react";
import { element } from "../../../shared/element";
import { Link } from "./Buttons";
import { StakeholderTable } from "../../../shared/schema.g";
import { Words } from "../../../shared/words";
import { GroupView } from "../people";
import { Recording } from "./useRecording";
import { List, Sign } from "./Texts";

/** The people who decide, how far each of them is, and what we do not know of them. */
export function Group({ group: { gap, people, warnings }, recording, words }: { group: GroupView; recording: Recording; words: Words }): React.ReactElement {
  return (
    <div className="buy-group">
      <h3>{words.text("WhoDecides")} {gap && <span className="buy-small">· {gap}</span>}</h3>
      <List>
        {people.map(({ id, name, known, canStop }) => (
          <li key={id}>
            <Link look="buy-person" onClick={() => { recording.open({ table: StakeholderTable.logicalName, id }, "asking"); }}>{name}</Link>
            {" "}<span className={canStop ? "buy-warning" : "buy-quiet"}>{known}</span>
          </li>
        ))}
        {warnings.map(warning => <li key={warning} className="buy-small"><Sign>⚠ </Sign>{warning}</li>)}
      </List>
    </div>
  );
}
