import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  answerValues, approaches, attitudes, causes, endings, grades, groupWarnings, jobStates, levels, parties, proposalReasons, roles, sources, stepParties,
  verdictReasons, verdicts,
} from "../../journey/Journey/model";
import { hindrances } from "../../journey/Journey/webApi";
import { wordsOf } from "../../shared/words";
import { orders, quickFilters } from "../../board/Board/choosing";
import { webresources } from "../folders";
import { ControlName, english, finnish, stringsOf } from "../strings";

const languages = [english, finnish];

interface Control {
  name: ControlName;
  /** The keys whose last part is a code; the others stand in the sources as they are. */
  coded: Record<string, readonly string[]>;
  sameInBoth: readonly string[];
  /** The shared sources whose texts it uses. */
  shared: readonly string[];
}

const plurals = ["one", "other"];

const controls: Control[] = [
  {
    name: "Journey",
    coded: {
      Value_: answerValues,
      Grade_: grades,
      Cause_: causes,
      Reason_: ["yes", "no", ...verdictReasons],
      Verdict_: verdicts,
      Look_: ["past", "here", "ahead"],
      Days_: plurals,
      BlindSpots_: plurals,
      Ahead_: plurals,
      Behind_: plurals,
      Promised_: plurals,
      DaysLate_: plurals,
      Gap_: plurals,
      Move_: parties,
      Role_: roles,
      Attitude_: attitudes,
      Warning_: groupWarnings,
      Ending_: endings,
      Approach_: approaches,
      Proposal_: proposalReasons,
      State_: jobStates,
      Level_: levels,
      Source_: sources.filter(source => source !== "rated"),
      Party_: stepParties,
      Hindrance_: hindrances,
    },
    sameInBoth: ["Percent", "Given", "Factors", "Share", "Rated", "Range", "PointsOf"],
    shared: ["words.ts", "days.ts"],
  },
  {
    name: "Board",
    coded: {
      Move_: parties,
      Quick_: quickFilters,
      Order_: orders,
      HoursLeft_: plurals,
      DaysHere_: plurals,
      MoreExist_: plurals,
      Ahead_: plurals,
    },
    sameInBoth: ["Percent"],
    shared: ["words.ts"],
  },
];

for (const { name, coded, sameInBoth, shared } of controls) {
  test(`${name}: the sources use exactly the texts that exist`, () => {
    assert.deepEqual(keysUsed(name, coded, shared).sort(), Object.keys(stringsOf(english, name)).sort());
  });

  test(`${name}: each language has the same texts with the same places for numbers and names`, () => {
    const placesOf = (text = "") => [...new Set(text.match(/\{\d\}/g))].sort();
    const [first, ...others] = languages.map(language => stringsOf(language, name));
    for (const other of others) {
      assert.deepEqual(Object.keys(other).sort(), Object.keys(first!).sort());
      for (const [key, text] of Object.entries(first!)) assert.deepEqual(placesOf(other[key]), placesOf(text), key);
    }
  });

  test(`${name}: each language names itself`, () => {
    assert.deepEqual(languages.map(language => stringsOf(language, name)["Locale"]), ["en-US", "fi-FI"]);
  });

  test(`${name}: nothing was left untranslated`, () => {
    const [inEnglish, inFinnish] = languages.map(language => stringsOf(language, name));
    assert.deepEqual(Object.keys(inEnglish!).filter(key => inEnglish![key] === inFinnish![key] && !sameInBoth.includes(key)), []);
  });

  test(`${name}: a percent sign never begins a line`, () => {
    for (const language of languages)
      assert.deepEqual(Object.values(stringsOf(language, name)).filter(text => text.includes(" %")), []);
  });
}

test("plurals and decimals follow the language of the texts", () => {
  const [inEnglish, inFinnish] = languages.map(language => wordsOf(key => stringsOf(language)[key]!, String));
  assert.deepEqual([inEnglish!.count("Days", 1), inEnglish!.count("Days", 0), inEnglish!.count("Days", 2)], ["1 day", "0 days", "2 days"]);
  assert.equal(inEnglish!.count("Ahead", 2, "Propose"), "We say “Propose”: 2 stages ahead of them");
  assert.deepEqual([inFinnish!.count("Days", 1), inFinnish!.count("Days", 2)], ["1 päivä", "2 päivää"]);
  assert.deepEqual([inEnglish!.number(10.56, 1), inEnglish!.number(4, 1), inEnglish!.fixed(4, 2)], ["10.6", "4", "4.00"]);
  assert.deepEqual([inFinnish!.number(10.56, 1), inFinnish!.fixed(4, 2)], ["10,6", "4,00"]);
});

function keysUsed(name: ControlName, coded: Control["coded"], shared: Control["shared"]): string[] {
  const control = join(webresources, name.toLowerCase(), name);
  const sources = ["", "components"].flatMap(folder => readdirSync(join(control, folder)).map(name => join(control, folder, name)))
    .filter(path => /\.(tsx?|xml)$/.test(path)).concat(shared.map(name => join(webresources, "shared", name))).map(path => readFileSync(path, "utf8")).join("\n");
  const whole = [/\btext\((?:\w+ \? )?"(\w+)"/g, /\btext\(\w+ \? "\w+" : "(\w+)"/g, /stringOf\("(\w+)"/g, /-key="(\w+)"/g]
    .flatMap(pattern => [...sources.matchAll(pattern)].map(found => found[1]!));
  return [...new Set([...whole, ...Object.entries(coded).flatMap(([start, codes]) => codes.map(code => start + code))])];
}
