import * as React from "react";
import { Reading } from "../model";
import { Recorder } from "../recorder";
import { Refresher } from "../refresher";
import { Variables } from "../theme";
import { Words } from "../words";
import { JourneyCard } from "./JourneyCard";

interface JourneyControlProps {
  /** What the column holds; null when the user may not read it. */
  column: Reading | null;
  hour: number;
  readOnly: boolean;
  rightToLeft: boolean;
  theme: Variables;
  dark: boolean;
  words: Words;
  record: Recorder;
  refresh: Refresher;
}

/** The frame: theme, direction, and the journey or the sentence why there is none. */
export const JourneyControl = React.memo(function JourneyControl(
  { column, hour, readOnly, rightToLeft, theme, dark, words, record, refresh }: JourneyControlProps,
): React.ReactElement {
  return (
    <section className={dark ? "buy-journey buy-dark" : "buy-journey"} style={theme as React.CSSProperties} dir={rightToLeft ? "rtl" : "ltr"} aria-label={words.text("Region")}>
      {column?.state === "journey"
        ? <JourneyCard key={column.journey.opportunity} column={column.journey} now={hour} readOnly={readOnly} words={words} record={record} refresh={refresh} />
        : <p>{whyNothing(column, words)}</p>}
    </section>
  );
});

function whyNothing(column: Exclude<Reading, { state: "journey" }> | null, words: Words): string {
  if (column === null) return words.text("NotReadable");
  if (column.state === "otherVersion") return words.text("OtherVersion", column.version);
  if (column.state === "broken") return words.text("Broken", column.reason);
  return words.text("Empty");
}
