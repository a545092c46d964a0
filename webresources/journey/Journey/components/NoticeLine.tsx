import * as React from "react";
import { element } from "../../../shared/element";
import { Words } from "../../../shared/words";
import { Place, Recording } from "./useRecording";

interface NoticeLineProps {
  place: Place;
  recording: Recording;
  words: Words;
  children?: React.ReactNode;
}

/** Says what became of the last thing done in its place. */
export function NoticeLine({ place, recording: { pendingAt, notice }, words, children }: NoticeLineProps): React.ReactElement {
  const told = notice?.place === place ? notice : null;
  return (
    <div className={`buy-notice buy-notice-${place}`} aria-live="polite">
      {pendingAt === place && words.text("Recording")}
      {told && <span className={`buy-${told.kind}`}>{told.text}</span>}
      {told && children}
    </div>
  );
}
