import * as React from "react";
import { StandingView } from "../standing";

/** How we fit, whose move it is, and how it ended or seems to end. */
export function Standing({ standing: { pills, step, promises, proposal } }: { standing: StandingView }): React.ReactElement {
  return (
    <>
      {pills.length > 0 && (
        <ul className="buy-pills">
          {pills.map(({ key, look, sign, words }) => (
            <li key={key} className={`buy-standing buy-standing-${look}`}><span aria-hidden="true">{sign}</span> {words}</li>
          ))}
        </ul>
      )}
      {step && <p className="buy-small buy-todo">{step}</p>}
      {promises && <p className="buy-small buy-todo">{promises}</p>}
      {proposal && <p className="buy-proposal">{proposal}</p>}
    </>
  );
}
