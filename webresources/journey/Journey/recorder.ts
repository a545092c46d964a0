import {
  answerRow, apiCall, Change, contactOfStakeholder, earlierAnswer, journeyIn, openStep, ratingColumns, ratingRow, shareRow, stepRow,
} from "./record";
import { AnswerTable, ContentShareTable, OpportunityTable, RatingTable, StakeholderTable, StepTable } from "../../shared/schema.g";
import { find, findExisting } from "./rows";
import { orNull, record, text } from "./shape";
import { callApi, Hindrance, isOnline, Platform, reachesCustomApis, refuse } from "./webApi";

/** Records what a seller did and gives the new journey JSON; null when it is stored but its journey is not known yet. */
export type Recorder = (change: Change) => Promise<string | null>;

/**
 * Online one call of the Custom API records an answer and says where it leads. All else is a row of its table, which the
 * platform stores on the device when it is offline; so is an answer there, and online in the mobile app.
 */
export function recorderOf(platform: () => Platform): Recorder {
  return async change => {
    const { webAPI } = platform();
    if (change.kind === "answer" && reachesCustomApis(platform())) {
      const { url, body } = apiCall(change, await contactOf(webAPI, change.person).catch(refuse));
      return journeyIn(await callApi(url, body));
    }

    await store(webAPI, change).catch(refuse);
    // It is stored: a journey that cannot be fetched now must not look like a refusal.
    return isOnline(platform()) ? storedJourney(webAPI, change.opportunity).catch(() => null) : null;
  };
}

async function store(webAPI: ComponentFramework.WebApi, change: Change): Promise<unknown> {
  switch (change.kind) {
    case "answer": {
      const earlier = await find(webAPI, earlierAnswer(change));
      const row = answerRow(change, await contactOf(webAPI, change.person));
      return earlier === null ? webAPI.createRecord(AnswerTable.logicalName, row) : webAPI.updateRecord(AnswerTable.logicalName, earlier, row);
    }
    case "withdrawal": return webAPI.deleteRecord(AnswerTable.logicalName, await findExisting(webAPI, earlierAnswer(change)));
    case "rating": return change.rating === null
      ? webAPI.createRecord(RatingTable.logicalName, ratingRow(change))
      : webAPI.updateRecord(RatingTable.logicalName, change.rating, ratingColumns(change));
    case "step": return webAPI.createRecord(StepTable.logicalName, stepRow(change));
    case "done": return webAPI.updateRecord(StepTable.logicalName, await findExisting(webAPI, openStep(change)), { [StepTable.doneOn]: change.on.toISOString() });
    case "share": return webAPI.createRecord(ContentShareTable.logicalName, shareRow(change, await contactOf(webAPI, change.person)));
  }
}

/** Rows name contacts; the journey knows people as members of the buying group. */
async function contactOf(webAPI: ComponentFramework.WebApi, person: string | null): Promise<string | null> {
  if (person === null) return null;
  const { options, column } = contactOfStakeholder;
  const row: unknown = await webAPI.retrieveRecord(StakeholderTable.logicalName, person, options);
  const contact = record({ [column]: orNull(text) })(row, "")[column];
  if (contact === null) throw new Hindrance("withoutContact");
  return contact;
}

async function storedJourney(webAPI: ComponentFramework.WebApi, opportunity: string): Promise<string> {
  const row: unknown = await webAPI.retrieveRecord(OpportunityTable.logicalName, opportunity, `?$select=${OpportunityTable.journey}`);
  return record({ [OpportunityTable.journey]: text })(row, "")[OpportunityTable.journey];
}
