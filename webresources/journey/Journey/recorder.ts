import { answerRow, apiCall, earlierAnswer, Given, journeyIn } from "./record";
import { AnswerTable, OpportunityTable } from "../../shared/schema.g";
import { record, text } from "./shape";
import { callApi, isOnline, Platform, reachesCustomApis, refuse } from "./webApi";

/** Records an answer and gives the new journey JSON; null when it is stored but its journey is not known yet. */
export type Recorder = (given: Given) => Promise<string | null>;

/**
 * Online one call of the Custom API does all. Offline the row is stored on the device, and the plugins take it up
 * when it is synchronised; the mobile app stores rows online too.
 */
export function recorderOf(platform: () => Platform): Recorder {
  return async given => {
    if (reachesCustomApis(platform())) {
      const { url, body } = apiCall(given);
      return journeyIn(await callApi(url, body));
    }

    const { webAPI } = platform();
    await store(webAPI, given).catch(refuse);
    // The answer is stored: a journey that cannot be fetched now must not look like a refusal.
    return isOnline(platform()) ? storedJourney(webAPI, given.opportunity).catch(() => null) : null;
  };
}

async function store(webAPI: ComponentFramework.WebApi, given: Given): Promise<void> {
  const { entities: [earlier] } = await webAPI.retrieveMultipleRecords(AnswerTable.logicalName, earlierAnswer(given));
  const row = answerRow(given);
  if (earlier) await webAPI.updateRecord(AnswerTable.logicalName, text(earlier[AnswerTable.answerId], AnswerTable.answerId), row);
  else await webAPI.createRecord(AnswerTable.logicalName, row);
}

async function storedJourney(webAPI: ComponentFramework.WebApi, opportunity: string): Promise<string> {
  const row: unknown = await webAPI.retrieveRecord(OpportunityTable.logicalName, opportunity, `?$select=${OpportunityTable.journey}`);
  return record({ [OpportunityTable.journey]: text })(row, "")[OpportunityTable.journey];
}
