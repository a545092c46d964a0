import * as React from "react";
import { element, memo } from "../../../shared/element";
import { Frame, FrameProps } from "../../../shared/Frame";
import { Words } from "../../../shared/words";
import { Showing } from "../showing";
import { Portfolio } from "./Portfolio";

interface BoardControlProps extends FrameProps {
  showing: Showing;
  hour: number;
  isNarrow: boolean;
  words: Words;
  onOpen: (id: string) => void;
  onMore: () => void;
}

/** The portfolio in its frame, or the sentence why there is none. */
export const BoardControl = memo(function BoardControl({ showing, hour, isNarrow, words, onOpen, onMore, ...frame }: BoardControlProps): React.ReactElement {
  return (
    <Frame {...frame} className="buy-board" label={words.text("Region")}>
      {showing.state === "deals" && showing.deals.length > 0
        ? <Portfolio {...showing} hour={hour} isNarrow={isNarrow} rightToLeft={frame.rightToLeft} words={words} onOpen={onOpen} onMore={onMore} />
        : <p className="buy-nothing" role="status">{whyNothing(showing, words)}</p>}
    </Frame>
  );
});

function whyNothing(showing: Showing, words: Words): string {
  switch (showing.state) {
    case "loading": return words.text("Loading");
    case "failed": return words.text("Failed", showing.reason);
    case "otherView": return words.text("OtherView", showing.missing);
    case "deals": return words.text("Empty");
  }
}
