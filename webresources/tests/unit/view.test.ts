import assert from "node:assert/strict";
import { test } from "node:test";
import { Journey, read } from "../../journey/Journey/model";
import { JourneyView, view } from "../../journey/Journey/view";
import { wordsOf } from "../../journey/Journey/words";
import { Document, document, now } from "../journeys";
import { english, finnish, stringsOf } from "../strings";

test("the heading says where the customer stands and how sure that is", () => {
  const { title, sureness, process } = seen("midway");
  assert.deepEqual([title, sureness, process], ["Choosing an approach", "38 % sure", "Classic buying process (six phases)"]);
});

test("stages are past, here or ahead by their order, whatever was visited", () => {
  assert.deepEqual(seen("midway").path.map(stage => stage.look), ["past", "past", "past", "here", "ahead", "ahead"]);
  assert.equal(seen("midway").here.name, "Choosing an approach");
});

const labels: [probability: number, label: string | null, spoken: string][] = [
  [0.0999, null, "ahead of them, probability 10 %"],
  [0.1, "10 %", "ahead of them, probability 10 %"],
  [0.01, null, "ahead of them, probability 1 %"],
  [0.0099, null, "ahead of them, probability under 1 %"],
];

for (const [probability, label, spoken] of labels)
  test(`a stage of probability ${probability} is ${label ? "labelled" : "not labelled"}, and its probability is said all the same`, () => {
    const { path } = seen("midway", written => { written["stages"][5].probability = probability; });
    assert.deepEqual([path[5]?.share, path[5]?.label, path[5]?.spoken], [probability, label, spoken]);
  });

test("the note of a stage tells what was missed, else the days there, else the facts", () => {
  assert.deepEqual(seen("midway").path.map(stage => stage.note), ["4 days", "16 days", "1 blind spot", "23 days", "0 of 5 facts", "0 of 5 facts"]);
});

test("a stage ahead where the customer once was says so, and the furthest is marked", () => {
  const { path } = seen("midway", written => {
    written["visits"][3].stage = 5;
  });
  assert.equal(path[4]?.note, "0 of 5 facts · was here 3 days");
  assert.deepEqual(path.map(stage => stage.isFurthest), [false, false, false, false, true, false]);
});

test("a stage behind them that was never visited shows its facts", () => {
  const { path } = seen("midway", written => { written["visits"].shift(); });
  assert.equal(path[0]?.note, "2 of 5 facts");
});

test("a visit that has just begun is less than a day long, also by a clock that is behind", () => {
  const begun = (minutesAgo: number) => seen("fresh", written => {
    written["visits"][0].enteredOn = new Date(now.getTime() - minutesAgo * 60_000).toISOString();
  }).history.visits[0]?.duration;
  assert.deepEqual([begun(5), begun(-5), begun(24 * 60 - 1), begun(24 * 60)], ["less than a day", "less than a day", "less than a day", "1 day"]);
});

test("what the customer wants, fears and decides is shown as far as the process says it", () => {
  const { here } = seen("midway", written => {
    written["stages"][3].concern = null;
    written["stages"][3].objective = "";
  });
  assert.deepEqual(here.customer, [{ label: "They decide", words: "Build, outsource, buy or not now?" }]);
});

test("a question to ask tells what each answer would change", () => {
  const [ask] = seen("midway").ask;
  assert.equal(ask?.reason, "A yes makes it 10.6× likelier that “Choosing an approach” is behind them: then “Comparing providers” 48 %, after a no “Choosing an approach” 47 %.");
  assert.equal(ask?.gain, "12 % less doubt");
  assert.equal(ask?.isExitFact, true);
  assert.equal(ask?.proof, "Proof: the text");
  assert.equal(ask?.known, null);
});

test("of a negative question the no speaks for progress", () => {
  const [ask] = seen("midway", written => {
    const { question } = written["ask"][0];
    written["questions"].find((told: Document) => told["id"] === question).negative = true;
    written["ask"][0] = { ...written["ask"][0], yes: { stage: 4, confidence: 0.4 }, no: { stage: 5, confidence: 0.5 } };
  }).ask;
  assert.equal(ask?.reason, "A no makes it 10.6× likelier that “Choosing an approach” is behind them: then “Comparing providers” 50 %, after a yes “Choosing an approach” 40 %.");
});

test("a faded answer comes back as a question that shows what is known", () => {
  const stale = seen("midway").ask.find(ask => ask.known !== null);
  assert.equal(stale?.known, "Yes · They said · 2026-09-04 · faded, ask again");
  assert.equal(stale?.value, "yes");
});

test("no doubt is left to remove where one stage has all the probability", () => {
  const { ask } = seen("midway", written => {
    for (const stage of written["stages"]) stage.probability = stage.order === 4 ? 1 : 0;
  });
  assert.equal(ask[0]?.gain, "0 % less doubt");
});

test("the answers of a stage are those to its questions", () => {
  assert.deepEqual(seen("midway").path[2]?.answers.map(answer => answer.known), ["Yes · Confirmed · 2026-11-03", "Yes · They said · 2026-10-30"]);
});

test("a don't know is shown without a grade", () => {
  assert.equal(seen("midway").path[3]?.answers.find(answer => answer.value === "unknown")?.known, "Don’t know · 2026-11-18");
});

test("blind spots name the stage they belong to", () => {
  assert.deepEqual(seen("midway").blindSpots.map(spot => [spot.text, spot.stage]),
    [["Have they said what will be stopped or delayed to make room?", "Agreeing on the need"]]);
});

test("the history tells every visit, its days, its cause and the way back", () => {
  const { title, visits } = seen("midway").history;
  assert.equal(title, "58 days so far");
  assert.deepEqual(visits[3], { key: visits[3]?.key, stage: "Structuring the problem", days: 3, duration: "3 days", cause: "since 2026-10-16, changed answer", isOpen: false, isReturn: true });
  assert.deepEqual(visits.map(visit => visit.isReturn), [false, false, false, true, false, false]);
  assert.deepEqual(visits.map(visit => visit.isOpen), [false, false, false, false, false, true]);
});

for (const name of ["fresh", "midway", "last"] as const)
  test(`the sum can be redone by hand: ${name}`, () => {
    const { rows, sums, shares } = seen(name).explanation;
    const column = (index: number) => rows.reduce((sum, row) => sum + Number(row.bits[index]), 0);
    const weights = sums.map(sum => 2 ** Number(sum));
    const all = weights.reduce((sum, weight) => sum + weight, 0);

    sums.forEach((sum, index) => { assert.ok(Math.abs(column(index) - Number(sum)) < 0.06, `column ${index}`); });
    shares.forEach((share, index) => { assert.ok(Math.abs(100 * weights[index]! / all - parseFloat(share)) < 0.5, `share ${index}`); });
  });

test("the explanation starts with the prior and leaves out answers that count nothing", () => {
  const { rows } = seen("midway").explanation;
  assert.deepEqual(rows[0], { key: "start", label: "To begin with", detail: "0.3 bits less for each later stage", factors: "", bits: ["0.00", "-0.30", "-0.60", "-0.90", "-1.20", "-1.50"] });
  assert.equal(rows.length, 1 + 8);
  assert.equal(rows[2]?.factors, "3 × 0.63");
});

test("Finnish words, numbers and plurals", () => {
  const { sureness, path, ask, history } = seen("midway", () => undefined, finnish);
  assert.equal(sureness, "varmuus 38 %");
  assert.equal(path[2]?.note, "1 sokea piste");
  assert.equal(history.title, "58 päivää tähän mennessä");
  assert.equal(ask[0]?.reason, "Kyllä tekee 10,6 kertaa todennäköisemmäksi, että ”Choosing an approach” on jo takana: silloin ”Comparing providers” 48 %, ein jälkeen ”Choosing an approach” 47 %.");
});

function seen(name: Parameters<typeof document>[0], change: (written: Document) => void = () => undefined, language = english): JourneyView {
  const written = document(name);
  change(written);
  const reading = read(JSON.stringify(written));
  assert.equal(reading.state, "journey");
  const strings = stringsOf(language);
  return view((reading as { journey: Journey }).journey, now, wordsOf(key => (strings[key] ?? key).replaceAll("\u00a0", " "), day => day.toISOString().slice(0, 10)));
}
