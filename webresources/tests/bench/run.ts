// How long the controls take, beside a public control built the same way. See the README for how to run it with the peer.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Page } from "playwright-core";
import { build } from "esbuild";
import { launchBrowser } from "../browser/control";
import { columns, manyRows } from "../deals";
import { webresources } from "../folders";
import { json } from "../journeys";
import { english, stringsOf } from "../strings";

/** The folder in which the peer was built: its sources, its node_modules and its production bundle. */
const peer = process.env["BUYERPATH_PEER"];
const peerBundle = peer === undefined ? null : join(peer, "out", "controls", "bundle.js");
const runs = 15;

interface Measured {
  name: string;
  control: string;
  bundle: string;
  style?: string;
  given: object;
  /** What of it must be there, how often, before it counts as painted. */
  painted: [selector: string, count: number];
  /** The same with something changed. */
  changed?: object;
}

const ours = (control: "Journey" | "Board"): Pick<Measured, "control" | "bundle" | "style"> => {
  const built = join(webresources, control.toLowerCase(), "out", "controls", control);
  return { control: `BuyerPath.${control}`, bundle: join(built, "bundle.js"), style: join(built, "css", `${control}.css`) };
};
const boardOf = (count: number, atFirst = count): Measured => {
  const rows = manyRows(count);
  const given = { rows, columns, strings: stringsOf(english, "Board"), width: 1366 };
  const moved = rows.map((row, index) => index === 3 ? { ...row, values: { ...row.values, buy_daysatstage: 99 } } : row);
  return { name: `board, ${count} rows`, ...ours("Board"), given, painted: [".buy-card", atFirst], changed: { rows: moved } };
};
const peerOf = (count: number): Measured =>
  ({ name: `peer, ${count} ${count === 1 ? "row" : "rows"}`, control: "ADC.BusinessProcessFlowViewer", bundle: peerBundle!, given: { count }, painted: ["#control [aria-label='Process: Sales']", count] });

const journey: Measured = { name: "journey", ...ours("Journey"), given: { journey: json("midway"), strings: stringsOf(english) }, painted: [".buy-stage", 6], changed: { journey: json("last") } };
const withPeer = peerBundle !== null && existsSync(peerBundle);

const libraries = await librariesOf();
const browser = await launchBrowser();
const measured = [journey, ...withPeer ? [peerOf(1)] : [], boardOf(50), ...withPeer ? [peerOf(50)] : [], boardOf(1000, 150)];
const results = new Map(measured.map(each => [each.name, { paint: [] as number[], same: [] as number[], changed: [] as number[] }]));
for (let run = 0; run < runs; run++)
  for (const each of measured) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
    const result = results.get(each.name)!;
    result.paint.push(await paint(page, each));
    if (each.changed) {
      result.same.push(await update(page, {}));
      result.changed.push(await update(page, each.changed));
    }
    await page.close();
  }
await browser.close();

console.log(`Medians of ${runs} runs, in milliseconds; every run in a new page.`);
for (const each of measured) {
  const { paint: painted, same, changed } = results.get(each.name)!;
  console.log([
    each.name.padEnd(18), `bundle ${(statSync(each.bundle).size / 1000).toFixed(1)} kB`, `to paint ${median(painted).toFixed(1)}`,
    ...each.changed ? [`update same ${median(same).toFixed(2)}`, `changed ${median(changed).toFixed(2)}`] : [],
  ].join(" · "));
}
if (withPeer) {
  const ratio = (one: string, other: string) => (median(results.get(one)!.paint) / median(results.get(other)!.paint)).toFixed(2);
  console.log(`to paint, beside the peer: journey ${ratio("journey", "peer, 1 row")} (at most 0.5), board ${ratio("board, 50 rows", "peer, 50 rows")} (at most 1)`);
} else console.log("The peer was not measured: BUYERPATH_PEER names no folder with out/controls/bundle.js.");

/** From the first call to the control until the browser has drawn what was wanted. */
async function paint(page: Page, { control, bundle, style, given, painted }: Measured): Promise<number> {
  await page.setContent('<!doctype html><html lang="en"><body><div id="control"></div></body></html>');
  await page.addScriptTag({ content: readFileSync(join(webresources, "tests", "host", "host.js"), "utf8") });
  await page.addScriptTag({ content: libraries });
  if (control === "ADC.BusinessProcessFlowViewer") await page.addScriptTag({ content: readFileSync(join(webresources, "tests", "bench", "page", "peer.js"), "utf8") });
  if (style) await page.addStyleTag({ content: readFileSync(style, "utf8") });
  await page.addScriptTag({ content: readFileSync(bundle, "utf8") });
  return page.evaluate(async ([name, told, [selector, count]]) => {
    const begin = performance.now();
    window.host.mount(name, told);
    const deadline = begin + 10_000;
    while (document.querySelectorAll(selector).length < count) {
      if (performance.now() > deadline) throw new Error(`${name} did not show ${count} of ${selector}.`);
      await new Promise(resolve => setTimeout(resolve));
    }
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begin;
  }, [control, given, painted] as const);
}

/** One call of updateView with what React does at once. */
function update(page: Page, changes: object): Promise<number> {
  return page.evaluate(given => {
    const begin = performance.now();
    window.host.update(given);
    return performance.now() - begin;
  }, changes);
}

/** The platform's React, and with the peer the Fluent that it asks for: all controls get the same. */
async function librariesOf(): Promise<string> {
  if (!withPeer) return readFileSync(join(webresources, "platform", "out", "platform.js"), "utf8");
  const { outputFiles } = await build({
    stdin: {
      contents: 'import "./platform/platform.js"; import * as Fluent from "@fluentui/react-components"; window.FluentUIReactv940 = Fluent;',
      resolveDir: webresources,
    },
    bundle: true, minify: true, format: "iife", write: false, define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [join(peer!, "node_modules")],
    alias: Object.fromEntries(["react", "react-dom", "react/jsx-runtime"].map(name => [name, join(webresources, "node_modules", ...name.split("/"))])),
  });
  return outputFiles[0]!.text;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
