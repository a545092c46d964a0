import assert from "node:assert/strict";
import { test } from "node:test";
import { journeyOf } from "../../journey/Journey/model";
import { explain, JourneyView, view } from "../../journey/Journey/view";
import { complete, Document, document, jobs, now } from "../journeys";
import { english, finnish, wordsIn } from "../strings";

test("a journey without the parts shows none of them", () => {
  const { standing, group, history, path } = shown(document("midway"));
  assert.deepEqual(standing, { pills: [], step: null, promises: null, proposal: null });
  assert.deepEqual([group, history.turns], [null, null]);
  assert.ok(path.every(stage => !stage.isSellers && stage.state === null));
});

const alignments: [alignment: string, stages: number, sign: string, look: string, words: string][] = [
  ["ahead", 1, "▲", "warning", "We say “Propose”: 1 stage ahead of them"],
  ["ahead", 2, "▲", "warning", "We say “Propose”: 2 stages ahead of them"],
  ["behind", 1, "▼", "warning", "We say “Propose”: 1 stage behind them"],
  ["behind", 3, "▼", "warning", "We say “Propose”: 3 stages behind them"],
  ["aligned", 0, "=", "plain", "We say “Propose”: the same stage as theirs"],
];

for (const [alignment, stages, sign, look, words] of alignments)
  test(`alignment is said in words: ${words}`, () => {
    assert.deepEqual(pill("seller", { seller: { stage: "Propose", at: 5, alignment, stages } }), { key: "seller", look, sign, words });
  });

test("the stage that the seller's own stage stands for is marked", () => {
  assert.deepEqual(shown(complete()).path.map(stage => stage.isSellers), [false, false, false, false, true, false]);
});

const since = "2026-11-17T08:00:00Z";
const turns: [party: string, dueOn: string | null, isOverdue: boolean, look: string, words: string][] = [
  ["customer", "2026-11-26", false, "customer", "Their move · 6 days · promised in 3 days"],
  ["customer", "2026-11-24", false, "customer", "Their move · 6 days · promised in 1 day"],
  ["us", "2026-11-23", false, "us", "Our move · 6 days · promised for today"],
  ["us", "2026-11-22", false, "warning", "Our move · 1 day late"],
  ["us", "2026-11-21", true, "warning", "Our move · 2 days late"],
  ["us", "2026-11-23", true, "warning", "Our move · late"],
  ["customer", null, true, "warning", "Their move · late"],
  ["thirdParty", null, false, "plain", "A third party’s move · 6 days"],
  ["nobody", null, false, "nobody", "Nobody’s move · 6 days"],
];

for (const [party, dueOn, isOverdue, look, words] of turns)
  test(`a turn of ${party}${isOverdue ? ", overdue," : ""} due ${dueOn ?? "never"} is "${words}"`, () => {
    const turn = pill("turn", { turn: { party, since, isOverdue, dueOn, step: null } });
    assert.deepEqual([turn?.look, turn?.words], [look, words]);
  });

test("what has to be done is told beside the turn", () => {
  assert.equal(shown(complete()).standing.step, "To be done: Compare two approaches in a paper of their own");
});

const promises: [us: [number, number], customer: [number, number], words: string][] = [
  [[3, 4], [0, 2], "Promises kept: we 3 of 4, they 0 of 2"],
  [[0, 0], [1, 1], "Promises kept: we none due yet, they 1 of 1"],
];

for (const [[ourKept, ourDue], [theirKept, theirDue], words] of promises)
  test(`promises are told of both sides: ${words}`, () => {
    const kept = { us: { kept: ourKept, due: ourDue }, customer: { kept: theirKept, due: theirDue } };
    assert.equal(shown({ ...complete(), promises: kept }).standing.promises, words);
  });

test("nothing is told of promises before any fell due", () => {
  assert.equal(shown({ ...complete(), promises: null }).standing.promises, null);
});

test("the people are told with role, attitude, veto and where they stand", () => {
  const { gap, people, warnings } = shown(complete()).group!;
  assert.equal(gap, "gap 1 stage");
  assert.deepEqual(people.map(({ name, known, canStop }) => [name, known, canStop]), [
    ["A. Virtanen", "decides · for · Choosing an approach", false],
    ["M. Laine", "can stop it · holds the budget · doubts · Agreeing on the need", true],
    ["IT security", "can stop it · nobody met yet", true],
  ]);
  assert.deepEqual(warnings, ["We have met one person at most: everything hangs by a single thread.", "Somebody who can stop it has not been met."]);
});

for (const [gap, words] of [[null, null], [0, "no gap"], [-1, "no gap"], [2, "gap 2 stages"]] as const)
  test(`a gap of ${gap} is ${words ?? "not told"}`, () => {
    const written = complete();
    written["group"].gap = gap;
    assert.equal(shown(written).group?.gap, words);
  });

test("the attitude of a person whom nobody has met is not told", () => {
  const written = complete();
  written["group"].people[0].met = false;
  assert.equal(shown(written).group?.people[0]?.known, "decides · nobody met yet · Choosing an approach");
});

test("the shares of the turns count all time up to now, and say what of it was late", () => {
  const { strip, shares } = shown(complete()).history.turns!;
  assert.deepEqual(shares.map(({ words }) => words), ["Their move 45 %", "Our move 33 % (5 % late)", "A third party’s move 14 %", "Nobody’s move 9 %"]);
  assert.deepEqual(strip.map(({ party, isOverdue }) => [party, isOverdue]).at(4), ["us", true]);
});

test("the strip of turns is on the scale of the visits", () => {
  const stripFrom = (beganOn: string) => {
    const written = complete();
    written["turns"] = [{ party: "us", beganOn, endedOn: null, isOverdue: false }];
    const { visits, turns } = shown(written).history;
    const all = visits.reduce((sum, visit) => sum + visit.days, 0);
    assert.ok(Math.abs(turns!.strip.reduce((sum, turn) => sum + turn.days, 0) - all) < 1e-9);
    return turns!.strip.map(({ party }) => party);
  };
  assert.deepEqual(stripFrom("2026-11-20T10:00:00Z"), [null, "us"]);
  assert.deepEqual(stripFrom("2026-01-01T10:00:00Z"), ["us"]);
});

test("turns that have not lasted are not shown", () => {
  const written = complete();
  written["turns"] = [{ party: "us", beganOn: now.toISOString(), endedOn: null, isOverdue: false }];
  assert.deepEqual(shown(written).history.turns, null);
});

const outcomes: [outcome: Document, words: string | undefined, proposal: string | null][] = [
  [{ value: "go", approach: "buy" }, "Go · bought", null],
  [{ value: "noDecision", approach: "nothing", isAssumed: true }, "No decision · left as it is · assumed from the status reason", null],
  [{ value: "withdrawnByUs" }, "Withdrawn by us", null],
  [{ approach: "build" }, undefined, null],
  [{ proposed: "noDecision", reason: "dateMissedTwice" }, undefined, "Looks like “No decision”: agreed dates were missed. Close it so, or agree a new date."],
  [{ proposed: "go", reason: "decisionConfirmed" }, undefined, "Looks like “Go”: their decision is confirmed. Close it so, or put the answer right."],
  [{ proposed: "noGo", reason: "decisionDenied" }, undefined, "Looks like “No-Go”: it is confirmed that their decision is not coming. Close it so, or put the answer right."],
  [{ value: "go", proposed: "go", reason: "decisionConfirmed" }, "Go", null],
  [
    { value: "noGo", isAssumed: true, proposed: "noGo", reason: "outcomeNotGiven" }, "No-Go · assumed from the status reason",
    "Closed without an outcome: its status says “No-Go”. If that is not how it ended, reopen it and close it with the outcome.",
  ],
];

for (const [outcome, words, proposal] of outcomes)
  test(`an outcome of ${JSON.stringify(outcome)} is told`, () => {
    const { pills, proposal: told } = shown(withOutcome(outcome)).standing;
    assert.deepEqual([pills.find(({ key }) => key === "outcome")?.words, told], [words, proposal]);
  });

test("jobs tell their state instead of past and ahead", () => {
  const { path, title } = shown(jobs());
  assert.equal(title, "Choosing an approach");
  assert.deepEqual(path.map(stage => stage.look), ["past", "ahead", "ahead", "here", "ahead", "ahead"]);
  assert.deepEqual(path.map(stage => stage.state), ["done", "opened again", "not started", "under way", "not started", "not started"]);
  assert.equal(path[3]?.spoken, "the customer is here, under way, probability 53 %");
  assert.match(path[1]!.spoken, /^opened again, probability /);
});

test("of jobs none is the furthest", () => {
  const written = jobs();
  written["furthest"] = 6;
  assert.ok(shown(written).path.every(stage => !stage.isFurthest));
});

test("the sum of a job is that of its own answers, without a start", () => {
  const written = jobs();
  written["answers"] = written["answers"].slice(0, 2);
  written["answers"].forEach((answer: Document) => { answer["bits"] = [1.5, 0, 0, 0, 0, 0]; });
  const { introduction, probability, rows, sums } = explain(journeyOf(JSON.stringify(written)), wordsIn(english));
  assert.match(introduction, /less 0.3 bits for each later one/);
  assert.equal(probability, "Probability: that weight, as a share of all");
  assert.equal(rows.length, 2);
  assert.deepEqual(sums, ["3.00", "0.00", "0.00", "0.00", "0.00", "0.00"]);
});

test("Finnish says the same", () => {
  const { standing, group } = shown(complete(), finnish);
  assert.deepEqual(standing.pills.map(({ words }) => words), ["Meillä vaihe ”Propose”: 1 vaihe asiakasta edellä", "Asiakkaan vuoro · 6 päivää · luvattu 3 päivän päähän"]);
  assert.equal(group?.people[2]?.known, "voi pysäyttää hankkeen · ei vielä tavattu");
});

function withOutcome(outcome: Document): Document {
  return { ...complete(), outcome: { value: null, approach: null, isAssumed: false, proposed: null, reason: null, ...outcome } };
}

function shown(written: Document, language = english): JourneyView {
  return view(journeyOf(JSON.stringify(written)), now, wordsIn(language));
}

function pill(key: string, part: Document) {
  return shown({ ...complete(), ...part }).standing.pills.find(found => found.key === key);
}
