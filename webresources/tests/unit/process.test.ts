import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as command from "../../forms/process";
import { stepsFrom } from "../../forms/lifecycle";
import { textsIn } from "../../forms/texts";
import { LifecycleChoice } from "../../shared/schema.g";

const id = "11111111-2222-3333-4444-555555555555";

/** What the scripts asked of the platform, in order. */
let calls: string[];
let answers: { confirmed: boolean; unsaved?: boolean; fault?: { message: string; errorCode: number } };

beforeEach(() => {
  calls = [];
  answers = { confirmed: true };
  Object.assign(globalThis, { Xrm: platform });
});

const platform = {
  Utility: {
    getGlobalContext: () => ({ userSettings: { languageId: 1035 } }),
    showProgressIndicator: (text: string) => calls.push(`shows ${text}`),
    closeProgressIndicator: () => calls.push("is done"),
  },
  Navigation: {
    openConfirmDialog: ({ title }: { title: string }) => { calls.push(`asks ${title}`); return Promise.resolve({ confirmed: answers.confirmed }); },
    openErrorDialog: ({ message, errorCode }: { message: string; errorCode: number }) => { calls.push(`error ${errorCode} ${message}`); return Promise.resolve(); },
    openForm: ({ entityName, entityId }: { entityName: string; entityId: string }) => { calls.push(`opens ${entityName} ${entityId}`); return Promise.resolve(); },
  },
  WebApi: {
    updateRecord: (table: string, row: string, values: object) => {
      calls.push(`updates ${table} ${row} ${JSON.stringify(values)}`);
      return answers.fault ? Promise.reject(answers.fault) : Promise.resolve();
    },
    online: {
      execute: (request: { entity: { id: string }; getMetadata: () => { operationName: string } }) => {
        calls.push(`executes ${request.getMetadata().operationName} of ${request.entity.id}`);
        return answers.fault ? Promise.reject(answers.fault) : Promise.resolve({ json: () => Promise.resolve({ ProcessId: "copy" }) });
      },
    },
  },
};

function form(lifecycle: number | null, type = 2): Xrm.FormContext {
  return {
    getAttribute: () => ({ getInitialValue: () => lifecycle }),
    data: {
      save: () => { calls.push("saves"); return answers.unsaved ? Promise.reject(new Error("The key is missing.")) : Promise.resolve(); },
      refresh: () => { calls.push("refreshes"); return Promise.resolve(); },
      entity: { getId: () => `{${id}}` },
    },
    ui: { getFormType: () => type, refreshRibbon: () => { calls.push("draws the buttons"); } },
  } as unknown as Xrm.FormContext;
}

const buttons = (of: Xrm.FormContext) => [command.canActivate(of), command.canRetire(of), command.canMakeNewVersion(of)];

test("a version goes from draft to active to retired, and a copy can always be made", () => {
  assert.deepEqual(stepsFrom(LifecycleChoice.draft), ["activate", "newVersion"]);
  assert.deepEqual(stepsFrom(LifecycleChoice.active), ["retire", "newVersion"]);
  assert.deepEqual(stepsFrom(LifecycleChoice.retired), ["newVersion"]);
  assert.deepEqual(stepsFrom(null), []);
});

test("the buttons show what can be done with a stored row that may be changed", () => {
  assert.deepEqual(buttons(form(LifecycleChoice.draft)), [true, false, true]);
  assert.deepEqual(buttons(form(LifecycleChoice.active)), [false, true, true]);
  for (const type of [1, 3, 4]) assert.deepEqual(buttons(form(LifecycleChoice.draft, type)), [false, false, false]); // new, read-only, disabled
});

test("activating stores what was typed before it changes the lifecycle", async () => {
  await command.activate(form(LifecycleChoice.draft));
  assert.deepEqual(calls, ["saves", `updates buy_process ${id} {"buy_lifecycle":289450001}`, "refreshes", "draws the buttons"]);
});

test("the sentence of a refusal is shown and nothing else happens", async () => {
  answers.fault = { message: "Renewal has no stages.", errorCode: -2147220891 };
  await command.activate(form(LifecycleChoice.draft));
  assert.deepEqual(calls.slice(2), ["error -2147220891 Renewal has no stages."]);
});

test("nothing is done about a row that could not be stored", async () => {
  answers.unsaved = true;
  await command.activate(form(LifecycleChoice.draft));
  await command.newVersion(form(LifecycleChoice.draft));
  assert.deepEqual(calls, ["saves", "saves"]);
});

test("retiring asks first, in the language of the user", async () => {
  answers.confirmed = false;
  await command.retire(form(LifecycleChoice.active));
  assert.deepEqual(calls, ["asks Poistetaanko tämä versio käytöstä?"]);

  answers.confirmed = true;
  await command.retire(form(LifecycleChoice.active));
  assert.ok(calls.includes(`updates buy_process ${id} {"buy_lifecycle":289450002}`));
});

test("a new version opens when it is made", async () => {
  await command.newVersion(form(LifecycleChoice.retired));
  assert.deepEqual(calls, ["saves", "shows Tehdään uusi versio …", `executes buy_CloneProcess of ${id}`, "opens buy_process copy", "is done"]);
});

test("the sign that work goes on disappears when it fails", async () => {
  answers.fault = { message: "No.", errorCode: 1 };
  await command.newVersion(form(LifecycleChoice.draft));
  assert.deepEqual(calls.slice(-2), ["is done", "error 1 No."]);
});

test("both languages say everything, each in its own words", () => {
  const [english, finnish] = [textsIn(1033), textsIn(1035)];
  assert.deepEqual(textsIn(1031), english);
  for (const [key, text] of Object.entries(english)) assert.notEqual(finnish[key as keyof typeof finnish], text, key);
});
