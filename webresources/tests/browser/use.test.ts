import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "playwright-core";
import { complete, Document, document, jobs, json } from "../journeys";
import { finnish, stringsOf } from "../strings";
import { launchBrowser } from "./control";
import { Form, FormPage } from "./form";

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

const opportunity = document("midway")["opportunity"] as string;
const asked = document("midway")["ask"][0].question as string;
const refusal = "The question belongs to another buying process than the opportunity.";

/** The journey after one more answer: they have come to the last stage. */
const moved = JSON.stringify({ ...document("last"), calculatedOn: "2026-11-23T10:30:01Z" });
const recorded = { status: 200, body: JSON.stringify({ Journey: moved }) };

function use(sentence: string, given: Partial<Form>, steps: (form: FormPage) => Promise<void>): void {
  test(sentence, async () => {
    const form = await FormPage.open(browser, { journey: json("midway"), ...given });
    await steps(form);
    assert.deepEqual(form.errors, []);
    await form.close();
  });
}

use("the first paint asks the server nothing, and the form stays clean", {}, async ({ page, requests }) => {
  await page.getByRole("heading", { name: "Choosing an approach" }).waitFor();
  assert.deepEqual(requests, []);
  assert.deepEqual(await page.evaluate(() => window.host.calls), []);
  assert.deepEqual(await page.evaluate(() => window.host.outputs()), { values: {}, notified: 0 });
});

const calculatedAt = (time: string, name: "midway" | "last" = "midway") => JSON.stringify({ ...document(name), calculatedOn: time });
const old = calculatedAt("2026-11-22T21:59:59Z"); // half a day and a second before the hour that the control counts by
const present = { status: 200, body: JSON.stringify({ Journey: calculatedAt("2026-11-23T10:30:00Z", "last") }) };
const asOf = (form: FormPage) => form.page.getByText("as of Nov 22, 2026");

use("an old journey is painted first and then brought up to now by one call", { journey: json("midway") }, async form => {
  const release = form.willReplyWhenReleased(present);
  await form.update({ journey: old });
  assert.equal(await form.title(), "Choosing an approach · 53 % sure");
  release();
  await form.page.getByRole("heading", { name: "Decision" }).waitFor();
  await form.update({ readOnly: true });
  assert.deepEqual(form.requests, [{ url: `/api/data/v9.2/opportunities(${opportunity})/Microsoft.Dynamics.CRM.buy_GetJourney()`, method: "GET", body: null }]);
  assert.equal(await asOf(form).count(), 0);
  assert.deepEqual(await form.page.evaluate(() => window.host.outputs()), { values: {}, notified: 0 });
});

use("a journey of half a day is not asked for again", { journey: calculatedAt("2026-11-22T22:00:00Z") }, async form => {
  await form.page.waitForTimeout(100);
  assert.deepEqual(form.requests, []);
});

use("an answer to the present journey goes on from there", { journey: json("midway") }, async form => {
  form.willReply(present, { status: 200, body: JSON.stringify({ Journey: calculatedAt("2026-11-23T10:30:01Z") }) });
  await form.update({ journey: old });
  await form.page.getByRole("heading", { name: "Decision" }).waitFor();
  await form.answer("Yes");
  await form.says("Recorded: Yes (They said). Now “Choosing an approach”, 53 % sure.");
});

for (const [why, reply] of [
  ["no network", "no network"],
  ["a refusal", { status: 403, body: JSON.stringify({ error: { code: "0x1", message: "No." } }) }],
  ["a journey that cannot be read", { status: 200, body: JSON.stringify({ Journey: "{}" }) }],
] as const)
  use(`${why} keeps the old journey and says of which day it is`, {}, async form => {
    form.willReply(reply);
    await form.update({ journey: old });
    await asOf(form).waitFor();
    assert.equal(await form.title(), "Choosing an approach · 53 % sure");
    assert.deepEqual(await form.violations(), []);
    form.willReply(recorded);
    await form.answer("Yes");
    await form.page.getByRole("heading", { name: "Decision" }).waitFor();
    assert.equal(await asOf(form).count(), 0, "the journey that came with the answer is of now");
    form.errors.length = 0; // the browser reports what failed itself
  });

for (const [where, given] of [["offline", { offline: true }], ["in the mobile app", { client: "Mobile" }]] satisfies [string, Partial<Form>][])
  use(`${where} an old journey says of which day it is, and nobody is asked`, { journey: old, ...given }, async form => {
    await asOf(form).waitFor();
    assert.deepEqual(form.requests, []);
  });

use("a closed opportunity keeps the journey it was closed with", {
  journey: JSON.stringify({ ...complete(), calculatedOn: "2026-01-01T10:00:00Z", outcome: { value: "go", approach: "buy", isAssumed: true, proposed: null, reason: null } }),
}, async form => {
  await form.page.getByText("Go · bought · assumed from the status reason").waitFor();
  await form.page.waitForTimeout(100);
  assert.deepEqual(form.requests, []);
  assert.equal(await form.page.getByText(/^as of/).count(), 0);
  assert.equal(await form.page.getByText("Ask next").count(), 0);
});

use("what a journey tells beside the position can be read from top to bottom", { journey: JSON.stringify(complete()) }, async ({ page }) => {
  const texts = async (selector: string) => (await page.locator(selector).allInnerTexts()).map(text => text.replaceAll("\u00a0", " "));
  assert.deepEqual(await texts(".buy-standing"), ["▲ We say “Propose”: 1 stage ahead of them", "● Their move · 6 days · promised in 3 days"]);
  assert.deepEqual(await texts(".buy-proposal"), ["Looks like “No decision”: agreed dates were missed. Close it so, or agree a new date."]);
  assert.deepEqual(await texts(".buy-group h3"), ["Who decides · gap 1 stage"]);
  assert.equal(await page.locator(".buy-group li").count(), 3 + 2);
  await page.getByRole("button", { name: /^Comparing providers .*we say here$/ }).waitFor();
  assert.deepEqual(await texts("ul.buy-visits > li"), ["Their move 45 %", "Our move 33 % (5 % late)", "A third party’s move 14 %", "Nobody’s move 9 %"]);
});

use("jobs say their state where stages say past or ahead", { journey: JSON.stringify(jobs()) }, async ({ page }) => {
  await page.getByRole("button", { name: "Choosing an approach (the customer is here, under way, probability 53 %) 12 days", exact: true }).waitFor();
  await page.getByRole("button", { name: /^No recognised problem \(done, probability / }).waitFor();
});

use("one click records an answer, and the reply is drawn without another call", {}, async form => {
  form.willReply(recorded);
  await form.answer("Yes");
  await form.page.getByRole("heading", { name: "Decision" }).waitFor();

  assert.deepEqual(form.requests, [{
    method: "POST",
    url: `/api/data/v9.2/opportunities(${opportunity})/Microsoft.Dynamics.CRM.buy_RecordAnswers`,
    body: { Answers: [{
      "@odata.type": "Microsoft.Dynamics.CRM.buy_answer",
      "buy_QuestionId@odata.bind": `/buy_questions(${asked})`,
      buy_value: 289450000,
      buy_grade: 289450001,
      buy_answeredon: "2026-11-23T10:30:00.000Z",
    }] },
  }]);
  await form.says("Recorded: Yes (They said). Now “Decision”, 94 % sure.");
  assert.deepEqual(await form.platformCalls(), []);
  assert.deepEqual(await form.page.evaluate(() => window.host.outputs()), { values: {}, notified: 0 });
});

use("the grade is chosen beforehand and stays chosen for the next answers", {}, async form => {
  form.willReply(recorded, recorded);
  await form.page.getByRole("radio", { name: "Confirmed" }).first().check();
  await form.answer("No");
  await form.says("Recorded: No (Confirmed). Now “Decision”, 94 % sure.");
  await form.answer("Yes");
  await form.says("Recorded: Yes (Confirmed). Now “Decision”, 94 % sure.");
  assert.deepEqual(form.requests.map(({ body }) => (body as { Answers: Record<string, unknown>[] }).Answers[0]?.["buy_grade"]), [289450003, 289450003]);
});

use("while an answer is on its way it is shown as given and no second one is taken", {}, async form => {
  const release = form.willReplyWhenReleased(recorded);
  await form.answer("Yes");
  await form.says("Recording…");
  assert.equal(await form.button("Yes").getAttribute("aria-pressed"), "true");
  await form.button("No").click({ force: true }); // it is aria-disabled: a person can click it all the same
  release();
  await form.says("Recorded: Yes (They said). Now “Decision”, 94 % sure.");
  assert.equal(form.requests.length, 1);
});

use("a refusal is told in the API's own sentence, and the answer is taken back", {}, async form => {
  form.willReply({ status: 400, body: JSON.stringify({ error: { code: "0x80040265", message: refusal } }) });
  await form.answer("Yes");
  await form.says(refusal);
  assert.equal(await form.button("Yes").getAttribute("aria-pressed"), "false");
  assert.equal(await form.title(), "Choosing an approach · 53 % sure");
  assert.deepEqual(await form.violations(), []);
  await form.screenshot("refused");

  form.willReply(recorded);
  await form.answer("Yes");
  await form.says("Recorded: Yes (They said). Now “Decision”, 94 % sure.");
  form.errors.length = 0; // the browser reports the 400 itself
});

use("without a reply nobody claims that nothing was recorded", {}, async form => {
  form.willReply("no network");
  await form.answer("Yes");
  await form.says("The server did not reply. Refresh the form to see whether the answer was recorded.");
  form.errors.length = 0;
});

use("a reply that is no answer of the Web API is told with its status", {}, async form => {
  form.willReply({ status: 502, body: "<html>Bad gateway</html>" });
  await form.answer("Yes");
  await form.says("The server failed (status 502). Refresh the form to see whether the answer was recorded.");
  form.errors.length = 0;
});

use("a journey that cannot be read is told with the place", {}, async form => {
  form.willReply({ status: 200, body: JSON.stringify({ Journey: '{"version":2}' }) }, { status: 200, body: "{}" });
  await form.answer("Yes");
  await form.says("The reply could not be read (otherVersion). Refresh the form to see whether the answer was recorded.");
  await form.answer("Yes");
  await form.says("The reply could not be read (Journey: a text). Refresh the form to see whether the answer was recorded.");
});

use("the reply stays until the column has caught up", {}, async form => {
  form.willReply(recorded);
  await form.answer("Yes");
  await form.says("Recorded: Yes (They said). Now “Decision”, 94 % sure.");

  await form.update({ journey: json("midway") });
  assert.equal(await form.title(), "Decision · 94 % sure");

  await form.update({ journey: JSON.stringify({ ...document("midway"), calculatedOn: "2026-11-23T10:30:02Z" }) });
  assert.equal(await form.title(), "Choosing an approach · 53 % sure");
});

use("an older column that arrives late does not undo the reply", {}, async form => {
  form.willReply(recorded);
  await form.answer("Yes");
  await form.says("Recorded: Yes (They said). Now “Decision”, 94 % sure.");
  await form.update({ journey: JSON.stringify({ ...document("midway"), calculatedOn: "2026-11-23T10:29:59Z" }) });
  assert.equal(await form.title(), "Decision · 94 % sure");
});

use("another opportunity begins anew", {}, async form => {
  form.willReply(recorded);
  await form.page.getByRole("radio", { name: "Confirmed" }).first().check();
  await form.answer("Yes");
  await form.says("Recorded: Yes (Confirmed). Now “Decision”, 94 % sure.");
  await form.update({ journey: JSON.stringify({ ...document("fresh"), opportunity: "another" }) });
  await form.says("");
  assert.ok(await form.page.getByRole("radio", { name: "They said" }).first().isChecked());
});

use("a slip is put right where it is told", {}, async form => {
  const answered: Document = { ...document("midway"), calculatedOn: "2026-11-23T10:30:01Z" };
  const known = answered["answers"][0].question as string;
  answered["ask"][0].question = known;
  await form.update({ journey: JSON.stringify({ ...answered, calculatedOn: "2026-11-23T10:00:00Z" }) });

  form.willReply({ status: 200, body: JSON.stringify({ Journey: JSON.stringify(answered) }) }, recorded);
  await form.answer("No");
  await form.page.getByRole("button", { name: "Change" }).click();
  await form.page.locator(".buy-correction").getByRole("button", { name: "Don’t know" }).click();
  await form.says("Recorded: Don’t know. Now “Decision”, 94 % sure.");
  assert.deepEqual(form.requests.map(({ body }) => (body as { Answers: Record<string, unknown>[] }).Answers.map(answer =>
    [answer["buy_QuestionId@odata.bind"], answer["buy_value"], answer["buy_grade"]])),
    [[[`/buy_questions(${known})`, 289450001, 289450001]], [[`/buy_questions(${known})`, 289450002, null]]]);
});

use("a blind spot is answered where it stands", {}, async form => {
  form.willReply(recorded);
  const spot = document("midway")["blindSpots"][2] as string;
  await form.page.getByRole("button", { name: "Have they said what will be stopped" }).click();
  await form.page.getByRole("listitem").filter({ hasText: "Have they said" }).getByRole("button", { name: "No", exact: true }).click();
  await form.says("Recorded: No (They said). Now “Decision”, 94 % sure.");
  assert.equal((form.requests[0]?.body as { Answers: Record<string, unknown>[] }).Answers[0]?.["buy_QuestionId@odata.bind"], `/buy_questions(${spot})`);
});

use("offline a new answer becomes a row on the device", { offline: true }, async form => {
  await form.answer("Yes");
  await form.says("Saved: Yes (They said). The stage is calculated when the server has the answer.");
  assert.deepEqual(form.requests, []);
  assert.deepEqual((await form.platformCalls()).map(call => call.name), ["retrieveMultipleRecords", "createRecord"]);
  assert.deepEqual((await form.platformCalls())[1]?.given, ["buy_answer", {
    "buy_OpportunityId@odata.bind": `/opportunities(${opportunity})`,
    "buy_QuestionId@odata.bind": `/buy_questions(${asked})`,
    buy_value: 289450000,
    buy_grade: 289450001,
    buy_answeredon: "2026-11-23T10:30:00.000Z",
  }]);
});

use("offline an earlier answer is changed, for a question has one row", { offline: true, earlierAnswers: [{ buy_answerid: "earlier" }] }, async form => {
  await form.answer("No");
  await form.says("Saved: No (They said). The stage is calculated when the server has the answer.");
  const [, update] = await form.platformCalls();
  assert.deepEqual([update?.name, ...update!.given.slice(0, 2)], ["updateRecord", "buy_answer", "earlier"]);
});

use("the mobile app stores a row online too and reads the new journey", { client: "Mobile", newJourney: moved }, async form => {
  await form.answer("Yes");
  await form.says("Recorded: Yes (They said). Now “Decision”, 94 % sure.");
  assert.deepEqual((await form.platformCalls()).map(call => call.name), ["retrieveMultipleRecords", "createRecord", "retrieveRecord"]);
});

use("a row that the platform refuses is told in its own sentence", { client: "Mobile", refusal }, async form => {
  await form.answer("Yes");
  await form.says(refusal);
});

use("on a read-only form everything can be read and opened, and nothing answered", { readOnly: true }, async ({ page }) => {
  await page.getByText("This form is read-only: answers can be read, not given.").waitFor();
  await page.getByRole("button", { name: /Agreeing on the need/ }).click();
  await page.getByText("Is their date tied to an event in their world").waitFor();
  assert.equal(await page.getByRole("radio").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Yes", exact: true }).count(), 0);
});

for (const [sentence, given] of [
  ["No buying process has been chosen yet. Choose one in Buying process and save.", { journey: null }],
  ["This journey was written in version 2; this control reads version 1. Ask your administrator to install the same BuyerPath release everywhere.", { journey: '{"version":2}' }],
  ["The journey cannot be read (stage: a number). Ask your administrator to calculate it anew.", { journey: JSON.stringify({ ...document("midway"), stage: "4" }) }],
  ["You do not have the right to read the buying journey of this opportunity.", { security: { readable: false, editable: false, secured: true } }],
] satisfies [string, Partial<Form>][])
  use(`a sentence says why there is nothing: ${sentence}`, given, async ({ page }) => {
    assert.equal(await page.getByRole("region", { name: "Where the customer stands" }).innerText(), sentence);
  });

use("the keyboard reaches everything in the order in which it is read, and Escape leads back", {}, async ({ page }) => {
  const focused = () => page.evaluate(() => window.document.activeElement?.textContent);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Why this stage?");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Plan a step…");
  for (let stage = 1; stage <= 3; stage++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Agreeing on the need" });
  await panel.waitFor();
  await page.keyboard.press("Tab");
  assert.match(await focused() ?? "", /^Has a person with authority/);
  await page.keyboard.press("Escape");
  assert.equal(await panel.count(), 0);
  assert.match(await focused() ?? "", /Agreeing on the need/);
});

use("grades are chosen with the arrow keys, and focus goes on when the answered question leaves", {}, async form => {
  form.willReply(recorded);
  const { page } = form;
  await page.getByRole("radio", { name: "They said" }).first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await form.says("Recorded: Yes (They did). Now “Decision”, 94 % sure.");
  assert.match(await page.evaluate(() => window.document.activeElement?.textContent ?? ""), /^Ask next/);
});

use("the present stage is marked for screen readers, and each button says position and probability", {}, async ({ page }) => {
  const stages = page.locator(".buy-path").getByRole("button");
  assert.deepEqual(await stages.evaluateAll(all => all.map(stage => stage.getAttribute("aria-current"))), [null, null, null, "step", null, null]);
  await page.getByRole("button", { name: "Choosing an approach (the customer is here, probability 53 %) 12 days", exact: true }).waitFor();
  await page.getByRole("button", { name: "Agreeing on the need (behind them, probability 26 %) 1 blind spot", exact: true }).waitFor();
});

use("the sum behind the stage is one click away", {}, async ({ page }) => {
  await page.getByRole("button", { name: "Why this stage?" }).click();
  const rows = page.getByRole("table").getByRole("row");
  assert.equal(await rows.count(), 1 + 9 + 2);
  assert.match(await rows.nth(10).innerText(), /Sum of the bits\s+6\.07\s+10\.11\s+13\.35\s+14\.37\s+12\.34\s+10\.78/);
});

use("Finnish from the first word to the last", { strings: stringsOf(finnish) }, async form => {
  form.willReply(recorded);
  await form.answer("Kyllä");
  await form.says("Tallennettu: Kyllä (He sanoivat). Nyt ”Decision”, varmuus 94 %.");
});

use("calls of updateView that change nothing draw nothing, even with a theme object made anew", { theme: { tokenTheme: { fontFamilyBase: "Arial" }, isDarkTheme: false } }, async form => {
  const drawings = (changes: Partial<Form>) => form.page.evaluate(given => {
    const before = window.host.stringsRead();
    window.host.update(given);
    return window.host.stringsRead() - before;
  }, changes);
  assert.equal(await drawings({}), 0);
  assert.equal(await drawings({ journey: json("midway") }), 0);
  assert.notEqual(await drawings({ theme: { tokenTheme: { fontFamilyBase: "Georgia" }, isDarkTheme: false } }), 0);
  assert.notEqual(await drawings({ journey: json("last") }), 0);
});
