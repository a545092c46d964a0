import assert from "node:assert/strict";
import { test } from "node:test";
import { Journey, read } from "../../journey/Journey/model";
import { caseNames, Document, document, json } from "../journeys";

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
  ["a process of several jobs", written => { written["process"].mode = "jobs"; }, "process.mode: linear"],
  ["no object at all", written => { written["process"] = null; }, "process: an object"],
];

for (const [why, damage, reason] of breaks)
  test(`a journey with ${why} is broken, and the place is named`, () => {
    const written = document("midway");
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
  assert.equal(read(JSON.stringify({ ...document("fresh"), turn: "customer" })).state, "journey");
});

function midway(): Journey {
  const reading = read(json("midway"));
  assert.equal(reading.state, "journey");
  return (reading as { journey: Journey }).journey;
}
