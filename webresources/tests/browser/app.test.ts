import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Page } from "playwright-core";
import { webresources } from "../folders";
import { axe } from "./control";
import { actAs, LocalPage, showAsGrid } from "./page";

// The page as the app of the solution: navigation, dashboards, charts, commands, and the tools of the sandbox.

const screenshots = join(webresources, "tests", "screenshots");
const seller = "Mikael Lindqvist";

let local: LocalPage;
before(async () => { local = await LocalPage.start(); });
after(() => local.stop());

async function judge(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `app-${name}.png`) });
  await page.evaluate(readFileSync(axe, "utf8"));
  const found = await page.evaluate("axe.run(document).then(result => result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))");
  assert.deepEqual(found, [], name);
}

test("the navigation is the site map, in both languages", () => local.use(async page => {
  const navigation = page.getByRole("navigation", { name: "Site map" });
  await navigation.getByRole("link", { name: "Seller dashboard" }).waitFor();
  assert.deepEqual(await navigation.getByRole("heading").allTextContents(), ["My work", "Insight", "Settings"]);

  await page.goto(`${local.sandbox.url}/?lang=1035`);
  await page.getByRole("link", { name: "Myyjän koontinäyttö" }).waitFor();
  await judge(page, "finnish");
}));

test("a dashboard draws the charts and lists of whom one acts as", () => local.use(async page => {
  await actAs(page, seller);
  await page.getByRole("link", { name: "Seller dashboard" }).click();
  const chart = page.getByRole("region", { name: "Opportunities by buying stage" });
  await chart.locator("canvas").waitFor();

  const drawn = (await chart.locator("table td").allTextContents()).map(Number);
  const own = await local.sandbox.rows("opportunities?$select=name&$expand=owninguser($select=fullname)&$filter=statecode eq 0 and buy_StageId/buy_name ne null");
  const mine = own.filter(row => (row["owninguser"] as Record<string, unknown> | null)?.["fullname"] === seller);
  assert.ok(mine.length > 0);
  assert.equal(drawn.reduce((sum, count) => sum + count, 0), mine.length);
  await judge(page, "dashboard");
}));

test("a chart stands beside its list and counts the same rows", () => local.use(async page => {
  await showAsGrid(page);
  await page.getByRole("button", { name: "Show chart" }).click();
  await page.locator(".chart canvas").waitFor();
  const counts = (await page.locator(".chart table td").allTextContents()).filter(Boolean).map(Number);
  assert.equal(counts.reduce((sum, count) => sum + count, 0), await page.locator(".grid tbody tr").count());
  await judge(page, "chart");
}));

test("chosen rows bring the commands for them", () => local.use(async page => {
  await showAsGrid(page);
  await page.getByRole("checkbox", { name: "Select all rows" }).check();
  const rows = await page.locator(".grid tbody tr").count();
  await page.getByText(`${rows} selected`).waitFor();
  await page.getByRole("checkbox", { name: "Select Forklift fleet telematics" }).uncheck();
  await page.getByText(`${rows - 1} selected`).waitFor();
  assert.equal(await page.getByRole("button", { name: "Assign" }).isVisible(), true);
}));

test("a quick view shows the row that a lookup points at, and lets nothing of it be edited", () => local.use(async page => {
  await showAsGrid(page);
  await page.getByRole("link", { name: "Forklift fleet telematics" }).click();
  await page.getByRole("tab", { name: "Details" }).click();
  const objective = page.locator(".quick-view").getByLabel("Customer's objective");
  await objective.waitFor();

  const [stage] = await local.sandbox.rows("buy_stages?$select=buy_objective&$filter=buy_name eq 'Choosing an approach' and buy_ProcessId/buy_key eq 'classic6'");
  assert.equal(await objective.inputValue(), stage?.["buy_objective"]);
  assert.equal(await objective.isDisabled(), true);
}));

test("an opportunity is closed as lost with its outcome, and opened again", () => local.use(async page => {
  const name = "Refrigeration alarm s";
  await showAsGrid(page);
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await page.getByRole("button", { name: "Close as lost" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Outcome").selectOption({ label: "No-Decision" });
  await judge(page, "lose");
  await panel.getByRole("button", { name: "Close as lost" }).click();

  await page.getByRole("button", { name: "Reopen" }).waitFor();
  const state = () => local.sandbox.rows(`opportunities?$select=statecode,buy_outcome&$filter=startswith(name,'${name}')`);
  assert.equal((await state())[0]?.["statecode"], 2);
  assert.notEqual((await state())[0]?.["buy_outcome"], null);

  await page.getByRole("button", { name: "Reopen" }).click();
  await page.getByRole("button", { name: "Close as won" }).waitFor();
  assert.equal((await state())[0]?.["statecode"], 0);
}));

test("a button of the solution calls its script, which calls the Custom API", () => local.use(async page => {
  await page.locator(".grid tbody a").first().click();
  await page.getByRole("button", { name: "Retire" }).waitFor();
  const before = await local.sandbox.rows("buy_processes?$select=buy_name");

  await page.getByRole("button", { name: "New version" }).click();

  await page.getByRole("button", { name: "Activate" }).waitFor();
  const after = await local.sandbox.rows("buy_processes?$select=buy_name");
  assert.equal(after.length, before.length + 1);
  await judge(page, "process");
}, "/#/list/buy_process"));

test("the trace tells which steps a click ran, and finds them", () => local.use(async page => {
  await showAsGrid(page);
  await page.getByRole("link", { name: "Forklift fleet telematics" }).click();
  await Promise.all([
    page.waitForResponse(response => response.url().includes("buy_RecordAnswers")),
    page.locator(".buy-ask").first().getByRole("button", { name: "Yes", exact: true }).click()]);
  await page.getByRole("link", { name: "Trace" }).click();

  await page.getByRole("searchbox", { name: "Find in the trace" }).fill("AnswersMovePosition");
  await page.getByText("Last 1 requests").waitFor();
  await page.locator(".trace summary").click();
  await page.locator(".trace tr.step", { hasText: "AnswersMovePosition" }).first().waitFor();
  await judge(page, "trace");

  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "Refusals and failures" });
  await page.getByText("Nothing happened yet, or nothing that fits.").waitFor();
}));

test("a snapshot is saved to a file and brings its rows back", () => local.use(async page => {
  page.on("dialog", dialog => { void dialog.accept(); });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save to a file" }).click()]);
  const file = await download.path();
  // Row versions are given anew, so that tags differ.
  const names = async () => (await local.sandbox.rows("accounts?$select=name")).map(row => row["name"]);
  const before = await names();
  await fetch(`${local.sandbox.url}/api/data/v9.2/accounts`, { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"name":"Later"}' });

  await page.locator("input[type=file]").setInputFiles(file);

  await page.getByText("was loaded.").waitFor();
  assert.deepEqual(await names(), before);
  await page.locator("input[type=file]").setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await page.getByText("other.json is not a snapshot: A snapshot needs 'solution' as String").waitFor();
  await judge(page, "snapshot");
}, "/#/snapshot"));
