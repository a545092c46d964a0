import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Page } from "playwright-core";
import { actAs, LocalPage, showAsGrid } from "./page";

// What the page offers follows from the roles of whom one acts as; what is refused all the same says so in the platform's words.

const seller = "Mikael Lindqvist";
const reader = "Ritva Salo";
const topic = "Forklift fleet telematics";

let local: LocalPage;
before(async () => { local = await LocalPage.start(); });
after(() => local.stop());

const commands = (page: Page): Promise<string[]> => page.locator(".commands button").allTextContents();

async function openTopic(page: Page): Promise<void> {
  await showAsGrid(page);
  await page.getByRole("link", { name: topic }).click();
  await page.getByRole("heading", { name: topic }).waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
}

test("the navigation shows what the site map gives to the roles, and no settings to a seller", () => local.use(async page => {
  await actAs(page, seller);
  const headings = await page.getByRole("navigation", { name: "Site map" }).getByRole("heading").allTextContents();
  assert.deepEqual(headings, ["My work", "Insight"]);
}));

test("a reader sees an opportunity read-only, with no command that changes anything", () => local.use(async page => {
  await actAs(page, reader);
  assert.deepEqual((await commands(page)).filter(name => /New|Delete|Assign/.test(name)), []);

  await openTopic(page);
  await page.getByText("Read-only: you may not change this row.").waitFor();
  assert.deepEqual((await commands(page)).filter(name => /Save|New|Delete|Assign|Close/.test(name)), []);
  await page.getByText("This form is read-only: answers can be read, not given.").waitFor();

  await page.getByRole("tab", { name: "Plan and people" }).click();
  await page.locator(".subgrid .grid tbody tr").first().waitFor();
  assert.equal(await page.getByRole("button", { name: /^\+ / }).count(), 0);
  await page.getByRole("tab", { name: "Details" }).click();
  assert.equal(await page.getByLabel("Topic").isDisabled(), true);
}));

test("a seller works on own opportunities and reads how a buying process is made, without the right to change it", () => local.use(async page => {
  await actAs(page, seller);
  await openTopic(page);
  const own = await commands(page);
  for (const name of ["✓ Save", "Assign", "✕ Delete", "Close as won"]) assert.ok(own.includes(name), name);

  await page.evaluate(() => { location.hash = "#/list/buy_process"; });
  await page.locator(".grid tbody a").first().click();
  await page.getByText("Read-only: you may not change this row.").waitFor();
  assert.deepEqual((await commands(page)).filter(name => /Save|New|Delete|Retire/.test(name)), []);
}));

test("what was allowed when the page was drawn and is refused now says so in the platform's words", () => local.use(async page => {
  await actAs(page, seller);
  await openTopic(page);
  const [row] = await local.sandbox.rows(`opportunities?$select=opportunityid&$filter=name eq '${topic}'`);
  const [other] = await local.sandbox.rows("systemusers?$select=systemuserid&$filter=fullname eq 'Aino Laine'");
  const reply = await fetch(`${local.sandbox.url}/api/data/v9.2/opportunities(${row?.["opportunityid"] as string})`, {
    method: "PATCH", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ "ownerid@odata.bind": `/systemusers(${other?.["systemuserid"] as string})` }),
  });
  assert.equal(reply.status, 204);

  await page.getByRole("tab", { name: "Details" }).click();
  await page.getByLabel("Topic").fill("Forklifts");
  await page.getByLabel("Topic").press("Tab");
  await page.getByRole("button", { name: "✓ Save" }).click();

  await page.getByText(/does not have WriteAccess right\(s\) for record with id .* of entity Opportunity/).waitFor();
  assert.equal(await page.getByLabel("Topic").inputValue(), "Forklifts");
}));
