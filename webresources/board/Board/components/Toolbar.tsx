import * as React from "react";
import { element, useMemo } from "../../../shared/element";
import { Words } from "../../../shared/words";
import { choicesOf, Choosing, fits, orders, quickFilters } from "../choosing";
import { Choice, Deal } from "../deals";
import { hoursOf, totalOf } from "../view";

interface ToolbarProps {
  deals: readonly Deal[];
  shown: readonly Deal[];
  choosing: Choosing;
  onChoose: (choosing: Choosing) => void;
  isTable: boolean;
  onTable: (isTable: boolean) => void;
  words: Words;
}

/** What is on the board in sum, and what of it to see. */
export function Toolbar({ deals, shown, choosing, onChoose, isTable, onTable, words }: ToolbarProps): React.ReactElement {
  const verdicts = useMemo(() => choicesOf(deals, deal => deal.verdict), [deals]);
  const tiers = useMemo(() => choicesOf(deals, deal => deal.tier), [deals]);
  const order = orders.map((key, index) => ({ value: index, label: words.text(`Order_${key}`) }));

  return (
    <div className="buy-toolbar">
      <p className="buy-total" role="status">{[totalOf(shown, words), hoursOf(shown, words)].filter(Boolean).join(" · ")}</p>
      <div className="buy-quick" role="group" aria-label={words.text("Show")}>
        {quickFilters.map(quick => (
          <button key={quick} type="button" className="buy-filter" aria-pressed={choosing.quick === quick} onClick={() => { onChoose({ ...choosing, quick }); }}>
            {words.text(`Quick_${quick}`)} {quick !== "all" && words.number(deals.filter(deal => fits(deal, quick)).length, 0)}
          </button>
        ))}
      </div>
      <div className="buy-tools">
        <input type="search" className="buy-search" aria-label={words.text("Find")} placeholder={words.text("Find")} value={choosing.text}
          onChange={event => { onChoose({ ...choosing, text: event.target.value }); }} />
        <Select label={words.text("Verdict")} all={words.text("EveryVerdict")} options={verdicts} value={choosing.verdict} onSelect={verdict => { onChoose({ ...choosing, verdict }); }} />
        <Select label={words.text("Focus")} all={words.text("EveryTier")} options={tiers} value={choosing.tier} onSelect={tier => { onChoose({ ...choosing, tier }); }} />
        <Select label={words.text("Order")} options={order} value={orders.indexOf(choosing.order)} onSelect={index => { onChoose({ ...choosing, order: orders[index ?? 0] ?? "view" }); }} />
        <button type="button" className="buy-link" aria-pressed={isTable} onClick={() => { onTable(!isTable); }}>{words.text("AsTable")}</button>
      </div>
    </div>
  );
}

interface SelectProps {
  label: string;
  /** What stands for no choice; where it is left out something is always chosen. */
  all?: string;
  options: readonly Choice[];
  value: number | null;
  onSelect: (value: number | null) => void;
}

/** Nothing where there is nothing to choose from. */
function Select({ label, all, options, value, onSelect }: SelectProps): React.ReactElement | null {
  if (options.length === 0) return null;
  return (
    <select className="buy-select" aria-label={label} value={value ?? ""} onChange={event => { onSelect(event.target.value === "" ? null : Number(event.target.value)); }}>
      {all && <option value="">{all}</option>}
      {options.map(option => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
