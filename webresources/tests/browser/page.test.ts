import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Page } from "playwright-core";
import { webresources } from "../folders";
import { LocalPage, showAsGrid } from "./page";

const screenshots = join(webresources, "tests", "screenshots");
const topic = "Forklift fleet telematics";
const questionOfTheStage = "Has the customer told a provider its ranking, or opened terms with one of them?";

let local: LocalPage;
before(async () => { local = await LocalPage.start(); });
after(() => local.stop());

async function openOpportunity(page: Page): Promise<void> {
  await showAsGrid(page);
  await page.getByRole("link", { name: topic }).click();
  await page.getByRole("heading", { name: /Choosing an approach/ }).waitFor();
}

test("the list shows where customers stand", () => local.use(async page => {
  await showAsGrid(page);
  await page.getByRole("columnheader", { name: "Buying stage" }).waitFor();
  const open = await local.sandbox.rows("opportunities?$select=name&$filter=statecode eq 0");
  await page.getByRole("link", { name: topic }).waitFor();
  assert.equal(await page.locator("table tbody tr").count(), open.length);
  await page.screenshot({ path: join(screenshots, "page-list.png") });
}));

test("the board of the solution stands in place of the grid, opens rows and finds them", () => local.use(async page => {
  const cards = page.locator(".buy-card");
  await cards.first().waitFor();
  const open = await local.sandbox.rows("opportunities?$select=name&$filter=statecode eq 0");
  assert.equal(await cards.count(), open.length);
  await page.getByText(`${open.length} rows`).waitFor();

  await page.getByRole("searchbox", { name: "Search in Opportunities" }).fill("Forklift");
  await page.getByText("1 row", { exact: true }).waitFor();
  assert.equal(await cards.count(), 1);
  await page.screenshot({ path: join(screenshots, "page-board.png") });

  await cards.first().click();
  await page.getByRole("heading", { name: topic }).waitFor();
}));

test("answering a question on the form moves the stage without a reload, and the rows are in the Web API", () => local.use(async page => {
  await openOpportunity(page);
  await page.screenshot({ path: join(screenshots, "page-form.png") });
  await page.evaluate(() => { Object.assign(window, { notReloaded: true }); });

  const question = page.locator(".buy-ask", { hasText: questionOfTheStage });
  await question.getByRole("radio", { name: "Confirmed", exact: true }).check({ force: true });
  await question.getByRole("button", { name: "Yes", exact: true }).click();

  await page.getByRole("heading", { name: /^Decision/ }).waitFor();
  await page.locator(".lookup .chosen", { hasText: "Decision" }).first().waitFor();
  assert.equal(await page.evaluate(() => "notReloaded" in window), true);
  await page.screenshot({ path: join(screenshots, "page-answered.png") });

  const [opportunity] = await local.sandbox.rows(`opportunities?$select=buy_confidencepercent,buy_journey&$expand=buy_StageId($select=buy_name)&$filter=name eq '${topic}'`);
  assert.ok(opportunity);
  assert.equal((opportunity["buy_StageId"] as Record<string, unknown>)["buy_name"], "Decision");
  assert.equal((JSON.parse(opportunity["buy_journey"] as string) as { stage: number }).stage, 6);
  const id = opportunity["opportunityid"] as string;
  const answers = await local.sandbox.rows(`buy_answers?$select=buy_value,buy_grade&$expand=buy_QuestionId($select=buy_text)&$filter=_buy_opportunityid_value eq ${id}`);
  const answer = answers.find(row => (row["buy_QuestionId"] as Record<string, unknown>)["buy_text"] === questionOfTheStage);
  assert.deepEqual([answer?.["buy_value"], answer?.["buy_grade"]], [289450000, 289450003]);
  const visits = await local.sandbox.rows(`buy_stagevisits?$select=buy_name,buy_lefton&$filter=_buy_opportunityid_value eq ${id}&$orderby=buy_enteredon desc`);
  assert.deepEqual([visits[0]?.["buy_name"], visits[0]?.["buy_lefton"]], ["Decision", null]);
}));

test("whoever reads the page in Finnish is refused in Finnish", () => local.use(async page => {
  const [step] = await local.sandbox.rows("buy_steps?$select=buy_name&$top=1");
  assert.ok(step);
  await page.getByRole("link", { name: "Myyjän koontinäyttö" }).waitFor();

  const answer = await page.evaluate(async id => {
    const response = await fetch(`/api/data/v9.2/buy_steps(${id})`, {
      method: "PATCH", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ buy_doneon: "2099-01-01T00:00:00Z" }),
    });
    return response.text();
  }, step["buy_stepid"] as string);

  assert.match(answer, /Tehty \(buy_doneon\) on tulevaisuudessa: anna hetki, jona se tehtiin\./);
}, "/?lang=1035"));

test("a refusal of the server shows its sentence and loses nothing", () => local.use(async page => {
  await openOpportunityByName(page, "Moulding machine uptime");
  const [opportunity] = await local.sandbox.rows("opportunities?$select=name&$filter=name eq 'Moulding machine uptime'");
  assert.ok(opportunity);
  const heading = await page.locator(".buy-head h2").first().textContent();
  await fetch(`${local.sandbox.url}/api/data/v9.2/opportunities(${opportunity["opportunityid"] as string})/buy_ProcessId/$ref`, { method: "DELETE" });

  await page.locator(".buy-ask").first().getByRole("button", { name: "Yes", exact: true }).click();

  await page.getByText("The opportunity has no buying process (buy_processid)").waitFor();
  assert.equal(await page.locator(".buy-head h2").first().textContent(), heading);
}));

async function openOpportunityByName(page: Page, name: string): Promise<void> {
  await showAsGrid(page);
  await page.getByRole("link", { name }).click();
  await page.locator(".buy-ask").first().waitFor();
}
