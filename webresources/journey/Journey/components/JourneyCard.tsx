import * as React from "react";
import { element, Fragment, useEffect, useMemo, useRef, useState } from "../../../shared/element";
import { Toggle } from "./Buttons";
import { Journey } from "../model";
import { Library } from "../library";
import { Recorder } from "../recorder";
import { Refresher } from "../refresher";
import { Opener } from "../rows";
import { view } from "../view";
import { line, Words } from "../../../shared/words";
import { AskingLine } from "./AskingLine";
import { Explanation } from "./Explanation";
import { Group } from "./Group";
import { History } from "./History";
import { CustomerLines, Path } from "./Path";
import { Plan } from "./Plan";
import { AskCard, QuestionRow } from "./Questions";
import { Sharing } from "./Sharing";
import { Standing } from "./Standing";
import { useCurrent } from "./useCurrent";
import { useRecording } from "./useRecording";
import { Worth } from "./Worth";
import { List, Small } from "./Texts";

/** What a card can ask of the platform. */
export interface Reach {
  record: Recorder;
  refresh: Refresher;
  opener: Opener;
  library: Library;
}

interface JourneyCardProps extends Reach {
  column: Journey;
  now: number;
  readOnly: boolean;
  words: Words;
}

const noPeople: readonly never[] = [];

export function JourneyCard({ column, now, readOnly, words, record, refresh, opener, library }: JourneyCardProps): React.ReactElement {
  const current = useCurrent(column, now, refresh);
  const recording = useRecording(current.journey, record, opener, words);
  const shown = useMemo(() => view(recording.journey, new Date(now), words), [recording.journey, now, words]);
  const [openStage, setOpenStage] = useState<number | null>(null);
  const [isExplained, setExplained] = useState(false);
  const isClosed = shown.ask === null;
  const questions = { recording, people: shown.group?.people ?? noPeople, readOnly, words };

  // Beside the questions; in their place when there are none to ask any more.
  const whoDecides = shown.group && <Group group={shown.group} recording={recording} words={words} />;

  const { notice } = recording;
  const answered = notice?.kind === "recorded" && notice.change?.kind === "answer" ? notice.change.question : null;
  const recorded = shown.path.flatMap(stage => stage.answers).find(answer => answer.id === answered) ?? null;

  // The button that was pressed leaves with its question; the keyboard goes on from where the next questions are.
  const asking = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice?.place === "asking" && document.activeElement === document.body) asking.current?.focus({ preventScroll: true });
  }, [notice]);

  return (
    <>
      <header className="buy-head">
        <h2>{shown.title} <span className="buy-quiet buy-sureness">· {shown.sureness}</span></h2>
        <Toggle look="link" isOpen={isExplained} onToggle={setExplained}>
          {words.text("WhyThisStage")}
        </Toggle>
      </header>

      <Standing standing={shown.standing} />
      {!isClosed && <Plan todo={shown.standing.step} recording={recording} readOnly={readOnly} words={words} />}

      <Path stages={shown.path} open={openStage} onOpen={setOpenStage} questions={questions} />

      {isExplained && <Explanation journey={recording.journey} words={words} />}

      <div className="buy-columns">
        <div>
          {openStage !== shown.here.order && <CustomerLines lines={shown.here.customer} />}
          {shown.ask ? <>
            <div className="buy-asking" ref={asking} tabIndex={-1}>
              <h3>{words.text("AskNext")}</h3>
              <AskingLine recorded={recorded} {...questions} />
            </div>
            {readOnly && <Small>{words.text("ReadOnly")}</Small>}
            {shown.ask.length === 0 && <p>{words.text("NothingToAsk")}</p>}
            {shown.ask.map(ask => <AskCard key={ask.id} ask={ask} {...questions} />)}
            <Sharing library={library} stage={recording.journey.stage.id} {...questions} />
          </> : whoDecides}
        </div>
        <div>
          {shown.worth && <Worth worth={shown.worth} recording={recording} readOnly={readOnly || isClosed} words={words} />}
          {shown.ask && whoDecides}
          <h3>{words.text("BlindSpots")}</h3>
          {shown.blindSpots.length === 0
            ? <Small>{words.text("NoBlindSpots")}</Small>
            : <List>{shown.blindSpots.map(spot => <QuestionRow key={spot.id} question={spot} note={spot.stage} {...questions} />)}</List>}
        </div>
      </div>

      <History history={shown.history} words={words} />
      <p className="buy-quiet buy-process">{line(shown.process, current.isOld && recording.journey === column && words.text("AsOf", words.date(column.calculatedOn)))}</p>
    </>
  );
}
