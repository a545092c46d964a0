import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "playwright-core";
import { complete, document, json } from "../journeys";
import { launchBrowser } from "./control";
import { Form, FormPage } from "./form";

// What a seller enters beside a plain answer: by whom and when, ratings, steps of the plan, what was shared; and the rows behind it.

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

const written = document("allParts");
const opportunity = written["opportunity"] as string;
const person = written["group"].people[0] as { id: string; name: string };
const step = written["turn"].step as string;
const toOpportunity = { "buy_OpportunityId@odata.bind": `/opportunities(${opportunity})` };
const refusal = "The opportunity is closed: reopen it to rate its criteria or its alternatives.";

/** The journey once the customer holds the ball. */
const handedOver = JSON.stringify({ ...written, calculatedOn: "2026-11-23T10:30:01Z", turn: { ...written["turn"], party: "customer", isOverdue: false, dueOn: "2026-11-30" } });

function enter(sentence: string, given: Partial<Form>, steps: (form: FormPage) => Promise<void>): void {
  test(sentence, async () => {
    const form = await FormPage.open(browser, { journey: json("allParts"), newJourney: handedOver, ...given });
    await steps(form);
    assert.deepEqual(form.errors, []);
    await form.close();
  });
}

const names = async (form: FormPage): Promise<string[]> => (await form.platformCalls()).map(call => call.name);

enter("an answer says who it came from and of which day it is", { contact: "c1" }, async form => {
  const { page } = form;
  form.willReply({ status: 200, body: JSON.stringify({ Journey: handedOver }) });
  await page.getByRole("button", { name: "Who, when…" }).first().click();
  await page.getByLabel("Learned from").selectOption(person.name);
  await page.getByLabel("On", { exact: true }).fill("2026-11-20");
  await form.answer("Yes");
  await page.locator(".buy-notice-asking .buy-recorded").waitFor();

  const [answer] = (form.requests[0]?.body as { Answers: Record<string, unknown>[] }).Answers;
  assert.equal(answer?.["buy_SourceId@odata.bind"], "/contacts(c1)");
  assert.equal(answer?.["buy_answeredon"], new Date("2026-11-20T12:00:00").toISOString());
  assert.deepEqual((await form.platformCalls())[0]?.given.slice(0, 2), ["buy_stakeholder", person.id]);
});

enter("a member of the group who has no contact yet cannot be named, and nothing is recorded", {}, async form => {
  await form.page.getByRole("button", { name: "Who, when…" }).first().click();
  await form.page.getByLabel("Learned from").selectOption(person.name);
  await form.answer("Yes");
  await form.says("This member of the buying group has no contact yet. Choose their contact in the buying group, or leave the person open.");
  assert.deepEqual(form.requests, []);
});

const answered = document("midway")["answers"][0].question as string;
const correction = async (form: FormPage): Promise<void> => {
  await form.page.locator(".buy-stage").first().click();
  await form.page.locator(".buy-panel .buy-row").first().click();
  await form.page.locator(".buy-panel").getByRole("button", { name: "Who, when…" }).click();
};

enter("an answer is withdrawn by deleting its row", { journey: json("midway"), newJourney: json("last"), earlierAnswers: [{ buy_answerid: "a1" }] }, async form => {
  await correction(form);
  await form.page.getByRole("button", { name: "Withdraw the answer" }).click();
  await form.page.getByRole("heading", { name: "Decision" }).waitFor();
  const [sought, deleted] = await form.platformCalls();
  assert.match(String(sought?.given[1]), new RegExp(answered));
  assert.deepEqual([deleted?.name, deleted?.given], ["deleteRecord", ["buy_answer", "a1"]]);
});

enter("what somebody else has withdrawn meanwhile is told, and the journey stays", { journey: json("midway"), earlierAnswers: [] }, async form => {
  await correction(form);
  await form.page.getByRole("button", { name: "Withdraw the answer" }).click();
  await form.says("It is no longer there: somebody else has changed it. Refresh the form to see what they did.");
  assert.equal(await form.title(), "Choosing an approach · 53 % sure");
});

const criterionRow = (form: FormPage, name: string) => form.page.getByRole("button", { name: new RegExp(`^${name} `) });

enter("a criterion is rated by the words of its levels, below the sum that it is part of", {}, async form => {
  const { page } = form;
  await page.getByRole("button", { name: "For them (what makes it)" }).click();
  await page.getByText("Weight × level ÷ 4, summed: 2.75 of 4 known, as a share of 100. The weight of all is 5.").waitFor();
  await criterionRow(form, "Customer 2").click();
  await page.getByRole("button", { name: "Good Mostly" }).click();
  await form.says("Recorded: Customer 2: Good (They said). Now: Ask.", "rating");
  assert.deepEqual((await form.platformCalls()).map(({ name, given }) => [name, ...given]).slice(0, 1), [["createRecord", "buy_rating", {
    ...toOpportunity,
    "buy_CriterionId@odata.bind": `/buy_criteria(${written["worth"].criteria[2].id})`,
    buy_level: 289450003,
    buy_grade: 289450001,
  }]]);
});

enter("an earlier rating is changed in its row, a derived criterion cannot be rated, and each says what it counts", {}, async form => {
  const { page } = form;
  await page.getByRole("button", { name: "For us (what makes it)" }).click();
  await criterionRow(form, "Provider 1").click();
  await page.getByRole("button", { name: "Not known" }).click();
  await form.says("Recorded: Provider 1: Not known. Now: Ask.", "rating");
  assert.deepEqual((await form.platformCalls())[0]?.given, ["buy_rating", written["worth"].criteria[0].rating, { buy_level: 289450005, buy_grade: null }]);

  await page.getByRole("button", { name: "For them (what makes it)" }).click();
  await page.getByText("Plausible · derived · 0.5 of 1").waitFor();
  assert.equal(await criterionRow(form, "Customer 3").count(), 0);
});

enter("a rating that is refused is told in the platform's sentence and taken back", { refusal }, async form => {
  await form.page.getByRole("button", { name: "For them (what makes it)" }).click();
  await criterionRow(form, "Customer 2").click();
  await form.page.getByRole("button", { name: "Proven Shown" }).click();
  await form.says(refusal, "rating");
  assert.equal(await form.page.getByRole("button", { name: "Proven Shown" }).getAttribute("aria-pressed"), "false");
  assert.deepEqual(await form.violations(), []);
});

enter("a step is planned and ours is done: the ball is handed over", { rows: { buy_step: [{ buy_stepid: "s1" }] } }, async form => {
  const { page } = form;
  await page.getByRole("button", { name: "Plan a step…" }).click();
  assert.equal(await page.getByLabel("By whom").inputValue(), "customer");
  await page.getByLabel("What is to be done").fill("Choose two providers");
  await page.getByLabel("Promised for").fill("2026-11-30");
  await page.keyboard.press("Enter");
  await form.says("Recorded: “Choose two providers” planned. Now: Their move.", "plan");
  assert.equal(await page.getByLabel("What is to be done").count(), 0);

  await page.getByRole("button", { name: "Mark done" }).click();
  await form.says(`Recorded: “${step}” done. Now: Their move.`, "plan");
  assert.deepEqual((await form.platformCalls()).filter(({ name }) => /create|update/.test(name)).map(({ given }) => given), [
    ["buy_step", { ...toOpportunity, buy_name: "Choose two providers", buy_party: 289450000, buy_dueon: "2026-11-30" }],
    ["buy_step", "s1", { buy_doneon: "2026-11-23T10:30:00.000Z" }],
  ]);
});

enter("a step that is refused stays in its form with everything typed", { refusal }, async form => {
  const { page } = form;
  await page.getByRole("button", { name: "Plan a step…" }).click();
  await page.getByLabel("What is to be done").fill("Choose two providers");
  await page.getByLabel("Promised for").fill("2026-11-30");
  await page.getByRole("button", { name: "Add to the plan" }).click();
  await form.says(refusal, "plan");
  assert.deepEqual([await page.getByLabel("What is to be done").inputValue(), await page.getByLabel("Promised for").inputValue()], ["Choose two providers", "2026-11-30"]);
});

const library = {
  buy_content: [
    { buy_contentid: "c2", buy_name: "Total cost per approach", buy_address: "javascript:alert(1)", buy_isforgroup: false },
    { buy_contentid: "c1", buy_name: "An honest comparison", buy_address: "https://contoso.example/compare", buy_isforgroup: true },
    { buy_contentid: "c3", buy_name: "A plan of the work" },
  ],
  buy_contentshare: [{ _buy_contentid_value: "c2", buy_sharedon: "2026-11-20T10:00:00Z", buy_usedon: null }],
};

enter("what to share is asked for when it is opened: for the group first, then what was not shared yet", { rows: library, contact: "c9" }, async form => {
  const { page } = form;
  assert.deepEqual(await form.platformCalls(), []);
  await page.getByRole("button", { name: "What to share now" }).click();
  const lines = page.locator(".buy-sharing li");
  await lines.first().waitFor();
  assert.deepEqual(await lines.allInnerTexts(), [
    "An honest comparison for the group · not shared yet Mark shared",
    "A plan of the work not shared yet Mark shared",
    "Total cost per approach shared Nov 20, 2026; 0 of 1 shares used Mark shared",
  ].map(text => text.replace(/ Mark/, "Mark")));
  assert.deepEqual(await page.locator(".buy-sharing a").evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href)), ["https://contoso.example/compare"]);

  await page.getByLabel("Shared with").selectOption(person.name);
  await page.getByRole("button", { name: "Mark shared: An honest comparison" }).click();
  await form.says("Recorded: “An honest comparison” shared.", "sharing");
  assert.deepEqual((await form.platformCalls()).find(({ name }) => name === "createRecord")?.given, ["buy_contentshare", {
    ...toOpportunity,
    "buy_ContentId@odata.bind": "/buy_contents(c1)",
    "buy_ContactId@odata.bind": "/contacts(c9)",
    buy_sharedon: "2026-11-23T10:30:00.000Z",
  }]);
});

enter("offline a rating is stored on the device, and nothing else is asked", { offline: true }, async form => {
  await form.page.getByRole("button", { name: "For them (what makes it)" }).click();
  await criterionRow(form, "Customer 2").click();
  await form.page.getByRole("button", { name: "Good Mostly" }).click();
  await form.says("Saved: Customer 2: Good (They said). The stage is calculated when the server has the answer.", "rating");
  assert.deepEqual([await names(form), form.requests], [["createRecord"], []]);
});

enter("the rows behind a person, an alternative, a rating and a step are one click away", { rows: { buy_step: [{ buy_stepid: "s1" }] } }, async form => {
  const { page } = form;
  await page.getByRole("button", { name: person.name }).click();
  await page.getByRole("button", { name: written["worth"].alternatives[0].name }).click();
  await page.getByRole("button", { name: "For us (what makes it)" }).click();
  await criterionRow(form, "Provider 1").click();
  await page.getByRole("button", { name: "Open the row" }).click();
  await page.getByRole("button", { name: "Open the step" }).click();
  await page.waitForFunction(() => window.host.calls.filter(({ name }) => name === "openForm").length === 4);
  assert.deepEqual((await form.platformCalls()).filter(({ name }) => name === "openForm").map(({ given }) => given[0]), [
    { entityName: "buy_stakeholder", entityId: person.id },
    { entityName: "buy_alternative", entityId: written["worth"].alternatives[0].id },
    { entityName: "buy_rating", entityId: written["worth"].criteria[0].rating },
    { entityName: "buy_step", entityId: "s1" },
  ]);
});

enter("a read-only form opens and explains everything, and changes nothing", { readOnly: true, rows: library }, async ({ page }) => {
  for (const name of ["For us (what makes it)", "For them (what makes it)", "What to share now"]) await page.getByRole("button", { name }).click();
  await page.locator(".buy-sharing li").first().waitFor();
  for (const name of [/^Mark/, /^Plan a step/, /^Who, when/, /^Good/]) assert.equal(await page.getByRole("button", { name }).count(), 0, String(name));
});

enter("nothing can be planned on a closed opportunity", {
  journey: JSON.stringify({ ...complete(), outcome: { value: "go", approach: "buy", isAssumed: false, proposed: null, reason: null } }),
}, async ({ page }) => {
  await page.getByText("Go · bought").waitFor();
  assert.equal(await page.getByRole("button", { name: "Plan a step…" }).count(), 0);
});

for (const count of [3, 12])
  test(`a process of ${count} stages with long names fits its room, wide and narrow`, async () => {
    const midway = document("midway");
    const stages = Array.from({ length: count }, (_, index) => ({ ...midway["stages"][index % 6], order: index + 1, name: `${midway["stages"][index % 6].name} and everything that belongs to it` }));
    const journey = {
      ...midway, stages, stage: 2, furthest: 2, questions: [], ask: [], blindSpots: [], answers: [],
      visits: [{ ...midway["visits"][0], stage: 2, leftOn: null }],
    };
    for (const width of [960, 320]) {
      const form = await FormPage.open(browser, { journey: JSON.stringify(journey) }, { width });
      assert.equal(await form.page.locator(".buy-stage").count(), count);
      await form.judge(`stages-${count}-${width}`);
      await form.close();
    }
  });
