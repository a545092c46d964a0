import assert from "node:assert/strict";
import { test } from "node:test";
import { Journey, journeyOf } from "../../journey/Journey/model";
import { explain, ExplanationView, JourneyView, view } from "../../journey/Journey/view";
import { CaseName, caseNames, Document, document, now } from "../journeys";
import { english, finnish, wordsIn } from "../strings";

test("the heading says where the customer stands and how sure that is", () => {
  const { title, sureness, process } = seen("midway");
  assert.deepEqual([title, sureness, process], ["Choosing an approach", "53 % sure", "Classic buying process (six phases)"]);
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
  assert.deepEqual(seen("midway").path.map(stage => stage.note), ["1 blind spot", "1 blind spot", "1 blind spot", "12 days", "0 of 3 facts", "0 of 3 facts"]);
  assert.deepEqual(seen("last").path.map(stage => stage.note), ["1 blind spot", "1 blind spot", "64 days", "1 blind spot", "31 days", "9 days"]);
});

test("the days of a stage are those of all its visits", () => {
  const { path } = seen("midway", written => { written["stages"][1].blindSpots = 0; });
  assert.equal(path[1]?.note, "25 days");
});

test("a stage ahead where the customer once was says so, and the furthest is marked", () => {
  const { path } = seen("midway", written => {
    written["visits"][3].stage = 5;
    written["furthest"] = 5;
  });
  assert.equal(path[4]?.note, "0 of 3 facts · was here 8 days");
  assert.deepEqual(path.map(stage => stage.isFurthest), [false, false, false, false, true, false]);
  assert.ok(seen("midway").path.every(stage => !stage.isFurthest), "the present stage needs no such mark");
});

test("a stage behind them that was never visited shows its facts", () => {
  const { path } = seen("last", written => { written["stages"][1].blindSpots = 0; });
  assert.equal(path[1]?.note, "1 of 3 facts");
});

test("a visit that has just begun is less than a day long, also by a clock that is behind", () => {
  const begun = (minutesAgo: number) => seen("fresh", written => {
    written["visits"][0].enteredOn = new Date(now.getTime() - minutesAgo * 60_000).toISOString();
  }).history.visits[0]!;
  assert.deepEqual([5, -5, 24 * 60 - 1, 24 * 60].map(minutes => begun(minutes).duration), ["less than a day", "less than a day", "less than a day", "1 day"]);
  assert.equal(begun(-5).days, 0);
});

test("what the customer wants, fears and decides is shown as far as the process says it", () => {
  const { here } = seen("midway", written => {
    written["stages"][3].concern = null;
    written["stages"][3].objective = "";
  });
  assert.deepEqual(here.customer, [{ label: "They decide", words: "Build, outsource, buy or not now?" }]);
});

test("a question to ask tells what each answer would change", () => {
  const ask = seen("midway").ask?.[0];
  assert.equal(ask?.reason, "A yes makes it 10.6× likelier that “Choosing an approach” is behind them; after a yes “Choosing an approach” 45 %, after a no “Agreeing on the need” 56 %.");
  assert.equal(ask?.gain, "18 % less doubt");
  assert.equal(ask?.isExitFact, true);
  assert.equal(ask?.proof, "Proof: the paper");
  assert.equal(ask?.known, null);
});

test("of a negative question the no speaks for progress", () => {
  const [ask] = seen("midway", written => {
    const { question } = written["ask"][0];
    written["questions"].find((told: Document) => told["id"] === question).negative = true;
  }).ask ?? [];
  assert.equal(ask?.reason, "A no makes it 10.6× likelier that “Choosing an approach” is behind them; after a yes “Choosing an approach” 45 %, after a no “Agreeing on the need” 56 %.");
});

test("a faded answer comes back as a question that shows what is known", () => {
  const { ask } = seen("midway", written => {
    const faded = written["answers"].find((answer: Document) => answer["stale"]);
    written["ask"][0] = { ...written["ask"][0], question: faded.question, stale: true };
  });
  assert.equal(ask?.[0]?.known, "Yes · They did · 2026-07-16 · faded, ask again");
  assert.equal(ask?.[0]?.value, "yes");
});

test("how much doubt an answer removes is not told where an older journey does not say it", () => {
  const { ask } = seen("midway", written => { delete written["ask"][0].lessDoubt; });
  assert.equal(ask?.[0]?.gain, null);
});

const endings: [outcome: Document | null, isAsked: boolean][] = [
  [null, true],
  [{ value: null, approach: null, isAssumed: false, proposed: "go", reason: "decisionConfirmed" }, true],
  [{ value: "go", approach: "buy", isAssumed: true, proposed: null, reason: null }, false],
  [{ value: null, approach: null, isAssumed: false, proposed: null, reason: null }, false],
  [{ value: "noGo", approach: null, isAssumed: true, proposed: "noGo", reason: "outcomeNotGiven" }, false],
];

for (const [outcome, isAsked] of endings)
  test(`${isAsked ? "questions are" : "nothing is"} asked where the outcome is ${JSON.stringify(outcome)}`, () => {
    assert.equal(seen("midway", written => { written["outcome"] = outcome; }).ask !== null, isAsked);
  });

test("the answers of a stage are those to its questions", () => {
  assert.deepEqual(seen("midway").path[2]?.answers.map(answer => answer.known), ["Yes · They did · 2026-11-11", "Yes · We believe · 2026-11-11"]);
});

test("a don't know is shown without a grade, whatever was stored", () => {
  assert.equal(seen("midway").path[0]?.answers[2]?.known, "Don’t know · 2026-10-04");
});

test("blind spots name the stage they belong to", () => {
  const { text, stage } = seen("midway").blindSpots[2]!;
  assert.deepEqual([text, stage], ["Have they said what will be stopped, delayed or funded less to make room?", "Agreeing on the need"]);
});

test("the history tells every visit, its days, its cause and the way back", () => {
  const { title, visits } = seen("midway").history;
  assert.equal(title, "58 days so far");
  const { key, ...visit } = visits[3]!;
  assert.equal(key, "2026-10-23T10:00:00.000Z");
  assert.deepEqual(visit, {
    stage: "Analysing and structuring the problem", days: 8, duration: "8 days", cause: "since 2026-10-23, withdrawn answer", isOpen: false, isReturn: true,
  });
  assert.deepEqual(visits.map(({ isReturn }) => isReturn), [false, false, false, true, false, false]);
  assert.deepEqual(visits.map(({ isOpen }) => isOpen), [false, false, false, false, false, true]);
});

for (const name of caseNames)
  test(`the sum can be redone by hand: ${name}`, () => {
    const { rows, sums, shares } = explained(name);
    const column = (index: number) => rows.reduce((sum, row) => sum + Number(row.bits[index]), 0);
    const weights = sums.map(sum => 2 ** Number(sum));
    const all = weights.reduce((sum, weight) => sum + weight, 0);

    sums.forEach((sum, index) => { assert.ok(Math.abs(column(index) - Number(sum)) < 0.06, `column ${index}`); });
    shares.forEach((share, index) => { assert.ok(Math.abs(100 * weights[index]! / all - parseFloat(share)) < 0.5, `share ${index}`); });
  });

test("the explanation starts with the prior and leaves out answers that count nothing", () => {
  const { rows } = explained("midway");
  assert.deepEqual(rows[0], { key: "start", label: "To begin with", detail: "0.3 bits less for each later stage", factors: "", bits: ["0.00", "-0.30", "-0.60", "-0.90", "-1.20", "-1.50"] });
  assert.equal(rows.length, 1 + 8);
  assert.equal(rows[2]?.factors, "3 × 0.40");
});

test("Finnish words, numbers and plurals", () => {
  const { sureness, path, ask, history } = seen("midway", undefined, finnish);
  assert.equal(sureness, "varmuus 53 %");
  assert.equal(path[2]?.note, "1 sokea piste");
  assert.equal(history.title, "58 päivää tähän mennessä");
  assert.match(ask?.[0]?.reason ?? "", /^Kyllä-vastaus tekee 10,6 kertaa todennäköisemmäksi/);
});

type Change = (written: Document) => void;

function seen(name: CaseName, change?: Change, language = english): JourneyView {
  return view(changed(name, change), now, wordsIn(language));
}

function explained(name: CaseName): ExplanationView {
  return explain(changed(name), wordsIn(english));
}

function changed(name: CaseName, change?: Change): Journey {
  const written = document(name);
  change?.(written);
  return journeyOf(JSON.stringify(written));
}
