import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, choicesOf, everything } from "../../board/Board/choosing";
import { Deal, dealsOf, keptWhereSame, missingColumns, Rows } from "../../board/Board/deals";
import { lanesOf } from "../../board/Board/lanes";
import { moved } from "../../board/Board/moving";
import { cardView, totalOf } from "../../board/Board/view";
import { columns, Row, rows } from "../deals";
import { finnish, wordsIn } from "../strings";

const now = new Date("2026-11-23T10:00:00Z");

test("what a host writes as text is read as what it is", () => {
  const [deal] = dealsOf(viewOf(rows()));
  assert.deepEqual(deal?.value, { amount: 40000, currency: "€", currencyIsFirst: true });
  assert.deepEqual(deal?.turn, { party: "us", since: new Date("2026-11-21T08:00:00Z"), dueOn: null, isOverdue: false });
  assert.deepEqual(deal?.stage, { name: "No recognised problem", order: 1 });
});

for (const [written, currency, isFirst] of [["$40.00", "$", true], ["40 000,00 €", "€", false], ["CHF 40’000", "CHF", true], ["(€40.00)", "€", true], ["-€40", "€", true]] as const)
  test(`the currency of ${written} is ${currency}`, () => {
    const [row] = rows();
    const [deal] = dealsOf(viewOf([{ ...row!, texts: { ...row!.texts, estimatedvalue: written } }]));
    assert.deepEqual([deal?.value?.currency, deal?.value?.currencyIsFirst], [currency, isFirst]);
  });

test("a column that the view does not have is not read and says nothing", () => {
  const view = { ...viewOf(rows()), columns: [{ name: "name" }, { name: "buy_stageid" }] };
  assert.deepEqual(missingColumns(view), []);
  const [deal] = dealsOf(view);
  assert.deepEqual([deal?.topic, deal?.account, deal?.value, deal?.turn], ["Aalto Foods: first talks", null, null, null]);
  assert.deepEqual(missingColumns({ ...view, columns: [{ name: "name" }] }), ["buy_stageid"]);
});

test("deals that did not change stay the very same objects", () => {
  const before = deals();
  assert.equal(keptWhereSame(deals(), before), before);
  const after = keptWhereSame(deals().map((deal, index) => index === 3 ? { ...deal, daysAtStage: 12 } : deal), before);
  assert.deepEqual(after.map((deal, index) => deal === before[index]).filter(same => !same).length, 1);
});

test("stages stand in the customer's order, whatever the order of the rows", () => {
  const [lane] = lanesOf(deals().reverse(), deals().reverse());
  assert.deepEqual(lane?.columns.map(column => column.stage), [
    "No recognised problem", "Structuring the problem", "Agreeing on the need", "Choosing an approach", "Comparing providers", "Decision",
  ]);
});

test("each process has its stages, that of most deals first and deals without a process last", () => {
  const all = deals().map((deal, index) => index < 2 ? { ...deal, process: null, stage: null } : index < 6 ? { ...deal, process: "Services" } : deal);
  assert.deepEqual(lanesOf(all, all).map(lane => [lane.process, lane.columns.length]), [["Equipment for industry", 4], ["Services", 2], [null, 1]]);
});

test("columns stay when a filter empties them", () => {
  const all = deals();
  assert.deepEqual(lanesOf(all, [])[0]?.columns.map(column => column.deals.length), [0, 0, 0, 0, 0, 0]);
});

test("what is not known comes last in every order", () => {
  const [first, second, third] = deals() as [Deal, Deal, Deal];
  const unknown = { ...first, value: null, daysAtStage: null, valuePerHour: null, winChancePercent: null };
  for (const order of ["value", "days", "due", "perHour", "chance"] as const)
    assert.equal(chosen([unknown, second, third], { ...everything, order }).at(order === "due" ? 0 : -1), order === "due" ? third : unknown, order);
});

test("a text is found in topic and account, whatever its case", () => {
  assert.deepEqual(chosen(deals(), { ...everything, text: " TERÄ " }).map(deal => deal.account), ["Suomen Terä Oy"]);
  assert.equal(chosen(deals(), { ...everything, text: "renewal of" }).length, 6);
});

test("only what occurs can be chosen", () => {
  assert.deepEqual(choicesOf(deals(), deal => deal.tier).map(choice => choice.label), ["Now", "Next", "Let go"]);
});

test("down from the last card goes on in the next process, and a key that leads nowhere is left to the page", () => {
  const all = deals().map((deal, index) => index >= 12 ? { ...deal, process: "Services" } : deal);
  const lanes = lanesOf(all, all);
  const go = (from: string, key: string) => moved(lanes, from, key, { ctrl: false, rightToLeft: false });
  assert.equal(go("deal-2", "ArrowDown"), "deal-13");
  assert.equal(go("deal-13", "ArrowUp"), "deal-2");
  assert.equal(go("deal-1", "ArrowUp"), null);
  assert.equal(go("deal-1", "ArrowLeft"), null);
  assert.equal(go("deal-1", "Tab"), null);
  assert.equal(go("gone", "ArrowDown"), null);
});

test("in Finnish too a card has no word of English of ours", () => {
  const words = wordsIn(finnish, "Board");
  const litware = cardView(deals()[6]!, now, words);
  assert.equal(litware.move?.words, "Heidän vuoronsa · 8 pv myöhässä");
  assert.equal(litware.days, "44 pv");
  assert.equal(totalOf(deals(), words).replaceAll("\u00a0", " "), "14 · € 1,92 milj.");
});

test("a promise of today is not late, and of yesterday it is, even where the row does not say so yet", () => {
  const moveOn = (dueOn: string) => {
    const deal = deals()[5]!;
    return cardView({ ...deal, turn: { ...deal.turn!, dueOn: new Date(dueOn), isOverdue: false } }, now, wordsIn(1033, "Board")).move;
  };
  assert.deepEqual([moveOn("2026-11-23")?.isLate, moveOn("2026-11-22")?.isLate], [false, true]);
});

function viewOf(given: Row[]): Rows {
  return {
    columns: columns.map(name => ({ name })),
    sortedRecordIds: given.map(row => row.id),
    records: Object.fromEntries(given.map(({ id, values, texts }) => [id, {
      getValue: (column: string) => values[column] ?? null,
      getFormattedValue: (column: string) => texts[column] ?? String(values[column] ?? ""),
    }])),
  };
}

function deals(): Deal[] {
  return dealsOf(viewOf(rows()));
}
