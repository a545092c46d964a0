// The Web API as the page uses it. Every refusal becomes an error with the API's own sentence.
import { text } from "./texts.js";

const root = "/api/data/v9.2/";
const annotations = "OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname";

/** A refusal of the Web API: its sentence, its code, the HTTP status. */
export class ApiError extends Error {
  constructor(message, code, status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

async function send(method, address, body, headers = {}) {
  const response = await fetch(root + address, {
    method,
    headers: {
      "Accept": "application/json", "OData-MaxVersion": "4.0", "OData-Version": "4.0",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(text("lost"), null, null);
  });
  if (!response.ok) throw await errorOf(response);
  return response;
}

async function errorOf(response) {
  const answer = await response.json().catch(() => null);
  return new ApiError(answer?.error?.message ?? `HTTP ${response.status}`, answer?.error?.code ?? null, response.status);
}

const annotated = { "Prefer": `odata.include-annotations="${annotations}"` };

/** A row with all its columns. */
export const retrieve = async (set, id, options = "") => (await send("GET", `${set}(${id})${options}`, undefined, annotated)).json();

/** Rows by OData options, which begin with a question mark. */
export const list = async (set, options) => (await send("GET", set + options, undefined, annotated)).json();

/** The address of the page after this one, as the API gave it. */
export const follow = async link => (await send("GET", link.slice(link.indexOf(root) + root.length), undefined, annotated)).json();

/** Rows by FetchXML. */
export const fetchRows = (set, fetchXml) => list(set, `?fetchXml=${encodeURIComponent(fetchXml)}`);

/** Creates a row and gives its id. */
export async function create(set, row) {
  const response = await send("POST", set, row);
  return idIn(response.headers.get("OData-EntityId"));
}

/** Updates a row that exists. */
export const update = (set, id, changes) => send("PATCH", `${set}(${id})`, changes, { "If-Match": "*" });

/** Deletes a row. */
export const remove = (set, id) => send("DELETE", `${set}(${id})`);

/** Links a row to another by a navigation property. */
export const associate = (set, id, navigation, otherSet, otherId) =>
  send("POST", `${set}(${id})/${navigation}/$ref`, { "@odata.id": `${location.origin}${root}${otherSet}(${otherId})` });

const idIn = address => address.slice(address.lastIndexOf("(") + 1, -1);

/** Calls an action of the Web API. */
export const act = (name, body) => send("POST", name, body);

/** Something of this host that Dataverse does not have. */
export async function local(name, options = {}) {
  const response = await fetch(`/_local/${name}`, options).catch(() => {
    throw new ApiError(text("lost"), null, null);
  });
  if (!response.ok) throw new ApiError(await response.text() || `HTTP ${response.status}`, null, response.status);
  return response.status === 204 ? null : response.json();
}
