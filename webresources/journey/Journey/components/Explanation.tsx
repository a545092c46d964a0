import * as React from "react";
import { element, useMemo } from "../../../shared/element";
import { Journey } from "../model";
import { explain } from "../view";
import { Words } from "../../../shared/words";

/** The sum behind the position, so that a person can redo it by hand. */
export function Explanation({ journey, words }: { journey: Journey; words: Words }): React.ReactElement {
  const explanation = useMemo(() => explain(journey, words), [journey, words]);
  return (
    <div className="buy-panel">
      <p>{explanation.introduction}</p>
      {/* A wide table scrolls inside its frame; the keyboard can only scroll what it can reach. */}
      <div className="buy-scroll" role="region" aria-label={words.text("WhyThisStage")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.text("Evidence")}</th>
              <th scope="col">{words.text("WeightTimesCredibility")}</th>
              {explanation.stages.map((stage, index) => <th key={index} scope="col">{stage}</th>)}
            </tr>
          </thead>
          <tbody>
            {explanation.rows.map(row => (
              <tr key={row.key}>
                <th scope="row">{row.label} <span className="buy-small">{row.detail}</span></th>
                <td>{row.factors}</td>
                {row.bits.map((bits, index) => <td key={index}>{bits}</td>)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <SumRow label={words.text("Sum")} cells={explanation.sums} />
            <SumRow label={explanation.probability} cells={explanation.shares} />
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function SumRow({ label, cells }: { label: string; cells: readonly string[] }): React.ReactElement {
  return (
    <tr>
      <th scope="row" colSpan={2}>{label}</th>
      {cells.map((cell, index) => <td key={index}>{cell}</td>)}
    </tr>
  );
}
