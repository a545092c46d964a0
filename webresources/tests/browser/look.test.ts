import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "playwright-core";
import { complete, jobs, json } from "../journeys";
import { finnish, stringsOf } from "../strings";
import { launchBrowser } from "./control";
import { Form, FormPage } from "./form";

// Every look is judged twice: as it opens, and with everything open that can be opened.

let browser: Browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser.close());

const dark = { tokenTheme: {}, isDarkTheme: true };

const all = { journey: JSON.stringify(complete()) };
const closed = {
  readOnly: true,
  journey: JSON.stringify({ ...complete(), turn: null, outcome: { value: "go", approach: "buy", isAssumed: true, proposed: null, reason: null } }),
};

const whyThisStage = /^(Why this stage|Miksi tämä vaihe)\?$/;
const contents = {
  rows: {
    buy_content: [
      { buy_contentid: "c1", buy_name: "Build, outsource or buy: an honest comparison", buy_address: "https://contoso.example/compare", buy_isforgroup: true },
      { buy_contentid: "c2", buy_name: "Total cost and own effort per approach", buy_address: null, buy_isforgroup: false },
    ],
    buy_contentshare: [{ _buy_contentid_value: "c2", buy_sharedon: "2026-11-20T10:00:00Z", buy_usedon: "2026-11-21T10:00:00Z" }],
  },
};
const rated = { journey: json("allParts"), ...contents };

const turnOf = (party: string) => ({ journey: JSON.stringify({ ...complete(), turn: { ...complete()["turn"], party } }) });

const looks: [name: string, form: Partial<Form>, options?: Parameters<typeof FormPage.open>[2]][] = [
  ["light", {}],
  ["dark", { theme: dark }],
  ["narrow", {}, { width: 320 }],
  ["narrow-dark", { theme: dark }, { width: 320 }],
  ["right-to-left", { rightToLeft: true }],
  ["right-to-left-narrow", { rightToLeft: true }, { width: 320 }],
  ["forced-colors", {}, { forcedColors: "active" }],
  ["forced-colors-dark", { theme: dark }, { forcedColors: "active", colorScheme: "dark" }],
  ["finnish", { strings: stringsOf(finnish) }],
  ["finnish-narrow", { strings: stringsOf(finnish) }, { width: 320 }],
  ["fresh", { journey: json("fresh") }],
  ["last", { journey: json("last") }],
  ["read-only", { readOnly: true }],
  ["all", all],
  ["all-dark", { ...all, theme: dark }],
  ["all-narrow", all, { width: 320 }],
  ["all-right-to-left", { ...all, rightToLeft: true }],
  ["all-forced-colors", all, { forcedColors: "active" }],
  ["all-finnish", { ...all, strings: stringsOf(finnish) }],
  ["all-finnish-narrow-dark", { ...all, theme: dark, strings: stringsOf(finnish) }, { width: 320 }],
  ["jobs", { journey: JSON.stringify(jobs()) }],
  ["jobs-narrow", { journey: JSON.stringify(jobs()) }, { width: 320 }],
  ["closed", closed],
  ["rated", rated],
  ["rated-dark", { ...rated, theme: dark }],
  ["rated-narrow", rated, { width: 320 }],
  ["rated-right-to-left", { ...rated, rightToLeft: true }],
  ["rated-forced-colors", rated, { forcedColors: "active" }],
  ["rated-finnish-narrow", { ...rated, strings: stringsOf(finnish) }, { width: 320 }],
  ["rated-zoomed", rated, { width: 480, deviceScaleFactor: 2 }],
  ["our-move", turnOf("us")],
  ["our-move-dark", { ...turnOf("us"), theme: dark }],
  ["nobodys-move", turnOf("nobody")],
  ["nobodys-move-dark", { ...turnOf("nobody"), theme: dark }],
];

for (const [name, form, options] of looks)
  test(`${name}: everyone can use it, nothing is cut off`, async () => {
    const opened = await FormPage.open(browser, { journey: json("midway"), ...form }, options);
    await opened.judge(name);

    await opened.page.getByRole("button", { name: whyThisStage }).click();
    await opened.page.locator(".buy-stage").nth(2).click();
    await openAll(opened);
    await opened.judge(`${name}-open`);
    await opened.close();
  });

/** Opens what can be opened, and then what can be opened within it. */
async function openAll({ page }: FormPage): Promise<void> {
  const closed = page.locator(".buy-row[aria-expanded=false], .buy-link[aria-expanded=false]");
  while (await closed.count() > 0) await closed.first().click();
}

for (const [name, form] of [
  ["nothing-yet", { journey: null }],
  ["other-version", { journey: '{"version":2}' }],
  ["broken", { journey: "{" }],
] satisfies [string, Form][])
  test(`${name}: the sentence can be read`, async () => {
    const opened = await FormPage.open(browser, form);
    await opened.judge(name);
    await opened.close();
  });

test("the colours are those of the host's theme", async () => {
  const opened = await FormPage.open(browser, {
    journey: json("midway"),
    theme: { tokenTheme: { colorBrandForeground1: "rgb(107, 79, 160)", fontFamilyBase: "Arial" }, isDarkTheme: false },
  });
  const styleOf = (selector: string, property: string) => opened.page.locator(selector).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  assert.equal(await styleOf(".buy-here .buy-fill", "background-color"), "rgb(107, 79, 160)");
  assert.equal(await styleOf(".buy-journey", "font-family"), "Arial");
  await opened.close();
});

test("a bar is as high as its stage is likely, and lies down where there is no room", async () => {
  const sizes = async (width: number): Promise<[width: number, height: number][]> => {
    const opened = await FormPage.open(browser, { journey: json("midway") }, { width });
    const boxes = await Promise.all([3, 4].map(index => opened.page.locator(".buy-fill").nth(index).boundingBox()));
    await opened.close();
    return boxes.map(box => [box!.width, box!.height]);
  };
  const [[, here], [, ahead]] = await sizes(960) as [[number, number], [number, number]];
  assert.ok(Math.abs(here / ahead - 0.5333 / 0.13) < 0.05, `${here} to ${ahead}`);

  const [[hereWide], [aheadWide]] = await sizes(320) as [[number, number], [number, number]];
  assert.ok(Math.abs(hereWide / aheadWide - 0.5333 / 0.13) < 0.05, `${hereWide} to ${aheadWide}`);
});
