import assert from "node:assert/strict";
import { test } from "node:test";
import { answerRow, apiCall, earlierAnswer, Given, journeyIn, journeyUrl } from "../../journey/Journey/record";

const given: Given = {
  kind: "answer",
  opportunity: "0ab00000-0000-4000-8000-000000000001",
  question: "0ab00000-0000-4000-8000-000000000002",
  value: "no",
  grade: "did",
  person: null,
  on: new Date("2026-11-23T10:30:00Z"),
};

test("an answer is one call of the Custom API bound to the opportunity", () => {
  const { url, body } = apiCall(given, null);
  assert.equal(url, "/api/data/v9.2/opportunities(0ab00000-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.buy_RecordAnswers");
  assert.deepEqual(JSON.parse(body), {
    Answers: [{
      "@odata.type": "Microsoft.Dynamics.CRM.buy_answer",
      "buy_QuestionId@odata.bind": "/buy_questions(0ab00000-0000-4000-8000-000000000002)",
      buy_value: 289450001,
      buy_grade: 289450002,
      buy_answeredon: "2026-11-23T10:30:00.000Z",
    }],
  });
});

test("a don't know has no grade", () => {
  assert.deepEqual([answerRow({ ...given, value: "unknown" }, null)["buy_value"], answerRow({ ...given, value: "unknown" }, null)["buy_grade"]], [289450002, null]);
});

test("a row says what the call says, and which opportunity it belongs to", () => {
  assert.deepEqual(answerRow({ ...given, value: "yes", grade: "believed" }, null), {
    "buy_OpportunityId@odata.bind": "/opportunities(0ab00000-0000-4000-8000-000000000001)",
    "buy_QuestionId@odata.bind": "/buy_questions(0ab00000-0000-4000-8000-000000000002)",
    buy_value: 289450000,
    buy_grade: 289450000,
    buy_answeredon: "2026-11-23T10:30:00.000Z",
  });
});

test("an earlier answer is found by opportunity and question", () => {
  assert.equal(earlierAnswer(given).options,
    "?$select=buy_answerid&$filter=_buy_opportunityid_value eq 0ab00000-0000-4000-8000-000000000001 and _buy_questionid_value eq 0ab00000-0000-4000-8000-000000000002");
});

test("the present journey is asked of a function bound to the opportunity", () => {
  assert.equal(journeyUrl(given.opportunity), "/api/data/v9.2/opportunities(0ab00000-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.buy_GetJourney()");
});

test("the journey is taken from the reply, and a reply without one is refused by name", () => {
  assert.equal(journeyIn({ Journey: "{}" }), "{}");
  assert.throws(() => journeyIn({}), /^Error: Journey: a text$/);
});
