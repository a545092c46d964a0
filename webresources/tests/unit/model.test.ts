import assert from "node:assert/strict";
import { test } from "node:test";
import { Journey, journeyOf, read } from "../../journey/Journey/model";
import { caseNames, complete, Document, document, jobs, json } from "../journeys";

test("an empty column is no journey yet", () => {
  assert.deepEqual(read(null), { state: "empty" });
  assert.deepEqual(read(""), { state: "empty" });
});

test("a journey of another version is left alone, whatever it holds", () => {
  assert.deepEqual(read('{"version":2}'), { state: "otherVersion", version: "2" });
});

test("references are followed to stages and questions", () => {
  const journey = midway();
  assert.equal(journey.stage.name, "Choosing an approach");
  assert.equal(journey.furthest.name, "Choosing an approach");
  assert.equal(journey.ask[0]?.question.stage, journey.stage);
  assert.equal(journey.ask[0]?.no.stage.name, "Agreeing on the need");
  assert.equal(journey.blindSpots[0]?.text, "Did they bring a colleague we had not invited into a conversation?");
  assert.equal(journey.visits.at(-1)?.stage, journey.stage);
});

const breaks: [why: string, damage: (written: Document) => void, reason: string][] = [
  ["a missing member", written => { delete written["confidence"]; }, "confidence: a number"],
  ["a number written as text", written => { written["stages"][2].probability = "0.1"; }, "stages[2].probability: a number"],
  ["a list that is none", written => { written["answers"] = {}; }, "answers: a list"],
  ["an unknown answer", written => { written["answers"][0].value = "maybe"; }, "answers[0].value: yes or no or unknown"],
  ["an unknown cause", written => { written["visits"][1].cause = "magic"; }, "visits[1].cause: processChosen or newAnswer or changedAnswer or withdrawnAnswer or staleEvidence or newPerson or otherProcess or recalculated"],
  ["a time that is none", written => { written["visits"][0].enteredOn = "yesterday"; }, "visits[0].enteredOn: a time"],
  ["a stage that does not exist", written => { written["stage"] = 7; }, "journey.stage: the order of a stage"],
  ["an outcome at a stage that does not exist", written => { written["ask"][1].no.stage = 0; }, "ask[1].no.stage: the order of a stage"],
  ["a question that is not told", written => { written["blindSpots"].push("nobody"); }, "blindSpots[3]: the id of a question"],
  ["too few bits", written => { written["answers"][3].bits.pop(); }, "answers[3].bits: one number for each stage"],
  ["jobs without a state", written => { written["process"].mode = "jobs"; }, "stages[0].state: notStarted or open or satisfied or reopened"],
  ["a mode that does not exist", written => { written["process"].mode = "circle"; }, "process.mode: linear or jobs"],
  ["a seller at a stage that does not exist", written => { written["seller"].at = 9; }, "seller.at: the order of a stage"],
  ["a person at a stage that does not exist", written => { written["group"].people[1].stage = 9; }, "group.people[1].stage: the order of a stage"],
  ["a turn of no party", written => { written["turn"].party = "both"; }, "turn.party: customer or us or thirdParty or nobody"],
  ["a promise that is no date", written => { written["turn"].dueOn = "soon"; }, "turn.dueOn: a time"],
  ["an outcome that does not exist", written => { written["outcome"].value = "perhaps"; }, "outcome.value: go or noGo or noDecision or withdrawnByUs"],
  ["no object at all", written => { written["process"] = null; }, "process: an object"],
];

for (const [why, damage, reason] of breaks)
  test(`a journey with ${why} is broken, and the place is named`, () => {
    const written = complete();
    damage(written);
    assert.deepEqual(read(JSON.stringify(written)), { state: "broken", reason });
  });

test("what is not JSON is broken", () => {
  assert.deepEqual(read("{"), { state: "broken", reason: "JSON" });
});

for (const name of caseNames)
  test(`what the domain writes is read: ${name}`, () => {
    assert.equal(read(json(name)).state, "journey");
  });

test("members of a later writer are passed over", () => {
  assert.equal(read(JSON.stringify({ ...document("fresh"), chance: 0.4 })).state, "journey");
});

const parts = ["seller", "turn", "turns", "group", "outcome"] as const;

for (const [why, absence] of [["null", null], ["left out", undefined]] as const)
  test(`parts that are ${why} are nothing`, () => {
    const journey = journeyOf(JSON.stringify({ ...complete(), ...Object.fromEntries(parts.map(part => [part, absence])) }));
    assert.deepEqual(parts.map(part => journey[part]), parts.map(() => null));
  });

test("the seller's stage and those of the people are followed", () => {
  const journey = journeyOf(JSON.stringify(complete()));
  assert.equal(journey.seller?.at.name, "Comparing providers");
  assert.deepEqual(journey.group?.people.map(person => person.stage?.name), ["Choosing an approach", "Agreeing on the need", undefined]);
});

test("jobs are read with their states", () => {
  assert.equal(journeyOf(JSON.stringify(jobs())).stages[1]?.state, "reopened");
});

for (const [why, written, message] of [
  ["empty", "", "empty"], ["of another version", '{"version":2}', "otherVersion"], ["broken", "{", "JSON"],
] as const)
  test(`a reply that is ${why} is no journey`, () => {
    assert.throws(() => journeyOf(written), { message });
  });

function midway(): Journey {
  return journeyOf(json("midway"));
}
