import * as React from "react";
import { element, Fragment } from "../../../shared/element";
import { StandingView } from "../standing";
import { Sign } from "./Texts";

/** How we fit, whose move it is, and how it ended or seems to end. What is to be done now stands in the plan. */
export function Standing({ standing: { pills, promises, proposal } }: { standing: StandingView }): React.ReactElement {
  return (
    <>
      {pills.length > 0 && (
        <ul className="buy-pills">
          {pills.map(({ key, look, sign, words }) => (
            <li key={key} className={`buy-standing buy-standing-${look}`}><Sign>{sign}</Sign> {words}</li>
          ))}
        </ul>
      )}
      {promises && <p className="buy-small buy-promises">{promises}</p>}
      {proposal && <p className="buy-proposal">{proposal}</p>}
    </>
  );
}
