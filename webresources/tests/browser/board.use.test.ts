import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "playwright-core";
import { manyRows, rows } from "../deals";
import { BoardPage, View } from "./board";
import { launchBrowser } from "./control";

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

function use(sentence: string, given: Partial<View>, steps: (board: BoardPage) => Promise<void>): void {
  test(sentence, async () => {
    const board = await BoardPage.open(browser, { rows: rows(), ...given });
    await steps(board);
    assert.deepEqual(board.errors, []);
    assert.deepEqual(board.requests, []);
    await board.close();
  });
}

use("the deals stand in the customer's stages, with totals; nothing is asked of the server and nothing is written", {}, async board => {
  assert.deepEqual(await board.columns(), [
    ["No recognised problem", "2 · € 90K", "Aalto Foods", "Nordkraft AB"],
    ["Structuring the problem", "3 · € 260K", "Suomen Terä Oy", "Helio Energy", "Port of Turku"],
    ["Agreeing on the need", "3 · € 410K", "Contoso Oy", "Litware Health", "Relecloud"],
    ["Choosing an approach", "3 · € 590K", "Fabrikam Group", "Wingtip", "Tailspin"],
    ["Comparing providers", "2 · € 390K", "Adventure Works", "Proseware"],
    ["Decision", "1 · € 180K", "Graphic Design Institute of the North"],
  ]);
  assert.deepEqual(await board.platformCalls(), []);
  assert.deepEqual(await board.page.evaluate(() => window.host.outputs()), { values: {}, notified: 0 });
});

use("a card says in words what its colours and signs say", {}, async board => {
  const spoken = await board.card("Litware Health").locator(".buy-unseen").textContent();
  assert.equal(spoken?.replaceAll("\u00a0", " "),
    "Litware Health, Litware Health: first talks, focus: Next, € 150K, 44 days at this stage, Their move · 8 d late, score for us 61 %, for them 37 %, Help them find out · 41 % chance · 15,375 an hour");
});

use("the arrows go from card to card, Enter opens the one that has the focus", {}, async board => {
  const { keyboard } = board.page;
  const go = async (...keys: string[]): Promise<string | undefined> => {
    for (const key of keys) await keyboard.press(key);
    return board.focused();
  };
  await board.card("Aalto Foods").focus();
  assert.equal(await go("ArrowRight"), "Suomen Terä Oy");
  assert.equal(await go("ArrowDown", "ArrowDown"), "Port of Turku");
  assert.equal(await go("ArrowRight", "ArrowRight"), "Tailspin");
  assert.equal(await go("ArrowRight"), "Proseware");
  assert.equal(await go("Home"), "Adventure Works");
  assert.equal(await go("Control+End"), "Graphic Design Institute of the North");
  assert.equal(await go("ArrowRight", "ArrowDown"), "Graphic Design Institute of the North");
  assert.equal(await go("Control+Home", "End"), "Nordkraft AB");
  await go("Enter");
  assert.deepEqual(await board.platformCalls(), [
    { name: "openDatasetItem", given: [{ id: { guid: "deal-2" }, entityType: "opportunity", name: "Nordkraft AB: first talks" }] },
  ]);
});

use("from right to left the arrows go the other way", { rightToLeft: true }, async board => {
  await board.card("Aalto Foods").focus();
  await board.page.keyboard.press("ArrowLeft");
  assert.equal(await board.focused(), "Suomen Terä Oy");
});

use("Tab reaches one card and comes back to the one that was left", {}, async board => {
  assert.equal(await board.page.locator('.buy-card[tabindex="0"]').count(), 1);
  await board.card("Wingtip").focus();
  await board.page.keyboard.press("Shift+Tab");
  await board.page.keyboard.press("Tab");
  assert.equal(await board.focused(), "Wingtip");
});

use("a filter leaves the columns where they are and says what is left", {}, async board => {
  await board.page.getByRole("button", { name: "Nobody’s move 2" }).click();
  const shown = await board.columns();
  assert.deepEqual(shown.map(column => column.slice(1)), [["1 · € 50K", "Nordkraft AB"], ["0"], ["0"], ["1 · € 80K", "Tailspin"], ["0"], ["0"]]);
  assert.equal((await board.page.getByRole("status").innerText()).replaceAll("\u00a0", " "), "2 · € 130K · 9 hours to the end");
});

use("verdict, focus, text and order choose together, and all can be shown again", {}, async board => {
  await board.page.getByLabel("Verdict").selectOption("Pursue");
  await board.page.getByLabel("Order").selectOption("Longest at its stage first");
  assert.deepEqual(await board.page.locator(".buy-title strong").allInnerTexts(), ["Contoso Oy", "Wingtip", "Adventure Works", "Graphic Design Institute of the North"]);
  await board.page.getByLabel("Find an opportunity").fill("no such deal");
  await board.page.getByText("No opportunity fits what you chose.").waitFor();
  await board.page.getByRole("button", { name: "Show all" }).click();
  assert.deepEqual((await board.columns())[3]?.slice(2), ["Tailspin", "Fabrikam Group", "Wingtip"]);
});

use("a change of the data set is shown, and what was chosen stays", {}, async board => {
  await board.page.getByRole("button", { name: /^Our move/ }).click();
  const changed = rows().map(row => row.id === "deal-1" ? { ...row, texts: { ...row.texts, parentaccountid: "Aalto Kitchens" } } : row);
  await board.update({ rows: changed });
  await board.card("Aalto Kitchens").waitFor();
  assert.equal(await board.page.locator(".buy-card").count(), 5);
});

use("the same data set again draws nothing", {}, async board => {
  const before = await board.page.evaluate(() => window.host.stringsRead());
  await board.update({});
  assert.equal(await board.page.evaluate(() => window.host.stringsRead()), before);
});

use("pages come by themselves, each asked for once", { rows: manyRows(120), loaded: 50 }, async board => {
  await board.update({});
  assert.deepEqual(await board.platformCalls(), [{ name: "loadNextPage", given: [50] }]);
  await board.update({ loaded: 100 });
  assert.deepEqual((await board.platformCalls()).map(call => call.given), [[50], [100]]);
  await board.page.getByText("100 opportunities are shown; there are more.").waitFor();
});

use("beyond a thousand deals a page comes only when asked for", { rows: manyRows(1100), loaded: 1000 }, async board => {
  assert.deepEqual(await board.platformCalls(), []);
  await board.page.getByRole("button", { name: "Load more" }).click();
  assert.deepEqual(await board.platformCalls(), [{ name: "loadNextPage", given: [1000] }]);
});

use("a thousand deals are drawn a screenful first, and then all of them", { rows: manyRows(1000) }, async board => {
  await board.page.waitForFunction(() => window.document.querySelectorAll(".buy-card").length === 1000);
  assert.equal((await board.columns()).reduce((sum, [, ...rest]) => sum + rest.length - 1, 0), 1000);
});

use("on a small screen the deals are a table from the start, and each opens", { width: 400 }, async board => {
  assert.equal(await board.page.getByRole("row").count(), 15);
  await board.page.getByRole("button", { name: "Proseware" }).click();
  assert.equal((await board.platformCalls())[0]?.name, "openDatasetItem");
});

use("amounts of different currencies are not added", {
  rows: rows().map((row, index) => index === 0 ? { ...row, texts: { ...row.texts, estimatedvalue: "40 000,00 kr" } } : row),
}, async board => {
  assert.equal((await board.columns())[0]?.[1], "2 · 40K kr + € 50K");
});
