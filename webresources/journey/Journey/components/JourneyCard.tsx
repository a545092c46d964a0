import * as React from "react";
import { Journey } from "../model";
import { Recorder } from "../recorder";
import { Refresher } from "../refresher";
import { view } from "../view";
import { Words } from "../../../shared/words";
import { Explanation } from "./Explanation";
import { Group } from "./Group";
import { History } from "./History";
import { NoticeLine } from "./NoticeLine";
import { CustomerLines, Path } from "./Path";
import { AskCard, QuestionRow } from "./Questions";
import { Standing } from "./Standing";
import { useAnswering } from "./useAnswering";
import { useCurrent } from "./useCurrent";
import { Worth } from "./Worth";

interface JourneyCardProps {
  column: Journey;
  now: number;
  readOnly: boolean;
  words: Words;
  record: Recorder;
  refresh: Refresher;
}

export function JourneyCard({ column, now, readOnly, words, record, refresh }: JourneyCardProps): React.ReactElement {
  const current = useCurrent(column, now, refresh);
  const answering = useAnswering(current.journey, record, words);
  const shown = React.useMemo(() => view(answering.journey, new Date(now), words), [answering.journey, now, words]);
  const [openStage, setOpenStage] = React.useState<number | null>(null);
  const [isExplained, setExplained] = React.useState(false);
  const questions = { answering, readOnly, words };

  // Beside the questions; in their place when there are none to ask any more.
  const whoDecides = shown.group && <Group group={shown.group} words={words} />;

  const { notice } = answering;
  const recorded = notice?.kind === "recorded"
    ? shown.path.flatMap(stage => stage.answers).find(answer => answer.id === notice.question) ?? null
    : null;

  // The button that was pressed leaves with its question; the keyboard goes on from where the next questions are.
  const asking = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (notice && document.activeElement === document.body) asking.current?.focus({ preventScroll: true });
  }, [notice]);

  return (
    <>
      <header className="buy-head">
        <h2>{shown.title} <span className="buy-quiet buy-sureness">· {shown.sureness}</span></h2>
        <button type="button" className="buy-link" aria-expanded={isExplained} onClick={() => { setExplained(!isExplained); }}>
          {words.text("WhyThisStage")}
        </button>
      </header>

      <Standing standing={shown.standing} />

      <Path stages={shown.path} open={openStage} onOpen={setOpenStage} questions={questions} />

      {isExplained && <Explanation journey={answering.journey} words={words} />}

      <div className="buy-columns">
        <div>
          {openStage !== shown.here.order && <CustomerLines lines={shown.here.customer} />}
          {shown.ask ? <>
            <div className="buy-asking" ref={asking} tabIndex={-1}>
              <h3>{words.text("AskNext")}</h3>
              <NoticeLine recorded={recorded} {...questions} />
            </div>
            {readOnly && <p className="buy-quiet">{words.text("ReadOnly")}</p>}
            {shown.ask.length === 0 && <p>{words.text("NothingToAsk")}</p>}
            {shown.ask.map(ask => <AskCard key={ask.id} ask={ask} {...questions} />)}
          </> : whoDecides}
        </div>
        <div>
          {shown.worth && <Worth worth={shown.worth} words={words} />}
          {shown.ask && whoDecides}
          <h3>{words.text("BlindSpots")}</h3>
          {shown.blindSpots.length === 0
            ? <p className="buy-quiet">{words.text("NoBlindSpots")}</p>
            : <ul className="buy-list">{shown.blindSpots.map(spot => <QuestionRow key={spot.id} question={spot} note={spot.stage} {...questions} />)}</ul>}
        </div>
      </div>

      <History history={shown.history} words={words} />
      <p className="buy-quiet buy-process">{[shown.process, current.isOld && answering.journey === column && words.text("AsOf", words.date(column.calculatedOn))].filter(Boolean).join(" · ")}</p>
    </>
  );
}
