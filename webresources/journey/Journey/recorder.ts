import { answerRow, apiCall, earlierAnswer, Given, journeyIn } from "./record";
import { AnswerTable, OpportunityTable } from "./schema.g";
import { record, text } from "./shape";

/** Records an answer and gives the new journey JSON; null when it is stored but its journey is not known yet. */
export type Recorder = (given: Given) => Promise<string | null>;

/** The platform refused, in its own sentence for the user. */
export class Refusal extends Error {}

/** The platform did not say whether it recorded. `status` is null when no reply came at all. */
export class Failure extends Error {
  constructor(readonly status: number | null) {
    super(`status ${status ?? "none"}`);
  }
}

type Platform = Pick<ComponentFramework.Context<unknown>, "client" | "webAPI">;

const refusal = record({ message: text });

/**
 * Online one call of the Custom API does all. Offline the row is stored on the device, and the plugins take it up
 * when it is synchronised; the mobile app stores rows online too, for its pages have another origin than the Web API.
 */
export function recorderOf(platform: () => Platform): Recorder {
  return async given => {
    const { client, webAPI } = platform();
    const online = !client.isOffline() && client.isNetworkAvailable();
    if (online && client.getClient() !== "Mobile") return callApi(given);

    await store(webAPI, given).catch(refuse);
    // The answer is stored: a journey that cannot be fetched now must not look like a refusal.
    return online ? journeyOf(webAPI, given.opportunity).catch(() => null) : null;
  };
}

async function callApi(given: Given): Promise<string> {
  const { url, body } = apiCall(given);
  const headers = { "Accept": "application/json", "Content-Type": "application/json", "OData-MaxVersion": "4.0", "OData-Version": "4.0" };
  const response = await fetch(url, { method: "POST", headers, body }).catch(() => {
    throw new Failure(null);
  });
  const reply: unknown = await response.json().catch(() => {
    throw new Failure(response.status);
  });
  if (response.ok) return journeyIn(reply);
  return refuse(record({ error: refusal })(reply, "").error);
}

async function store(webAPI: ComponentFramework.WebApi, given: Given): Promise<void> {
  const { entities: [earlier] } = await webAPI.retrieveMultipleRecords(AnswerTable.logicalName, earlierAnswer(given));
  const row = answerRow(given);
  if (earlier) await webAPI.updateRecord(AnswerTable.logicalName, text(earlier[AnswerTable.answerId], AnswerTable.answerId), row);
  else await webAPI.createRecord(AnswerTable.logicalName, row);
}

async function journeyOf(webAPI: ComponentFramework.WebApi, opportunity: string): Promise<string> {
  const row: unknown = await webAPI.retrieveRecord(OpportunityTable.logicalName, opportunity, `?$select=${OpportunityTable.journey}`);
  return record({ [OpportunityTable.journey]: text })(row, "")[OpportunityTable.journey];
}

function refuse(error: unknown): never {
  throw new Refusal(refusal(error, "error").message);
}
