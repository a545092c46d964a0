import * as React from "react";
import { element, memo } from "../../../shared/element";
import { Frame, FrameProps } from "../../../shared/Frame";
import { Words } from "../../../shared/words";
import { Reading } from "../model";
import { JourneyCard, Reach } from "./JourneyCard";

interface JourneyControlProps extends FrameProps {
  /** What it can ask of the platform; the same at every drawing. */
  reach: Reach;
  /** What the column holds; null when the user may not read it. */
  column: Reading | null;
  hour: number;
  readOnly: boolean;
  words: Words;
}

/** The journey in its frame, or the sentence why there is none. */
export const JourneyControl = memo(function JourneyControl(
  { column, hour, readOnly, words, reach, ...frame }: JourneyControlProps,
): React.ReactElement {
  return (
    <Frame {...frame} className="buy-journey" label={words.text("Region")}>
      {column?.state === "journey"
        ? <JourneyCard key={column.journey.opportunity} column={column.journey} now={hour} readOnly={readOnly} words={words} {...reach} />
        : <p>{whyNothing(column, words)}</p>}
    </Frame>
  );
});

function whyNothing(column: Exclude<Reading, { state: "journey" }> | null, words: Words): string {
  if (column === null) return words.text("NotReadable");
  if (column.state === "otherVersion") return words.text("OtherVersion", column.version);
  if (column.state === "broken") return words.text("Broken", column.reason);
  return words.text("Empty");
}
