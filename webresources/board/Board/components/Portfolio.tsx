import * as React from "react";
import { element, Fragment, useEffect, useMemo, useState } from "../../../shared/element";
import { Words } from "../../../shared/words";
import { chosen, Choosing, everything, isEverything } from "../choosing";
import { Deal } from "../deals";
import { lanesOf } from "../lanes";
import { DealTable } from "./DealTable";
import { Lanes } from "./Lanes";
import { Toolbar } from "./Toolbar";

/** Pages come by themselves up to this number of deals: the totals are then those of the whole view for nearly everybody. */
const mostByItself = 1000;

interface PortfolioProps {
  deals: readonly Deal[];
  hasMore: boolean;
  hour: number;
  isNarrow: boolean;
  rightToLeft: boolean;
  words: Words;
  onOpen: (id: string) => void;
  onMore: () => void;
}

export function Portfolio({ deals, hasMore, hour, isNarrow, rightToLeft, words, onOpen, onMore }: PortfolioProps): React.ReactElement {
  const [choosing, setChoosing] = useState<Choosing>(everything);
  const [wantsTable, setWantsTable] = useState<boolean | null>(null);
  const isTable = wantsTable ?? isNarrow;

  const shown = useMemo(() => chosen(deals, choosing), [deals, choosing]);
  const lanes = useMemo(() => lanesOf(deals, shown), [deals, shown]);
  useEffect(() => {
    if (hasMore && deals.length < mostByItself) onMore();
  }, [deals, hasMore, onMore]);

  return (
    <>
      <Toolbar deals={deals} shown={shown} choosing={choosing} onChoose={setChoosing} isTable={isTable} onTable={setWantsTable} words={words} />
      {shown.length === 0 && (
        <p className="buy-nothing">
          {words.text("NothingFits")} {!isEverything(choosing) && (
            <button type="button" className="buy-link" onClick={() => { setChoosing({ ...everything, order: choosing.order }); }}>{words.text("ShowAll")}</button>
          )}
        </p>
      )}
      {isTable
        ? shown.length > 0 && <DealTable deals={shown} hour={hour} words={words} onOpen={onOpen} />
        : <Lanes lanes={lanes} hour={hour} rightToLeft={rightToLeft} words={words} onOpen={onOpen} />}
      {hasMore && (
        <p className="buy-more">
          {words.count("MoreExist", deals.length)} <button type="button" className="buy-link" onClick={onMore}>{words.text("LoadMore")}</button>
        </p>
      )}
    </>
  );
}
