import { record, text } from "./shape";

export type Platform = Pick<ComponentFramework.Context<unknown>, "client" | "webAPI">;

/** The platform refused, in its own sentence for the user. */
export class Refusal extends Error {}

/** The platform did not say what it did. `status` is null when no reply came at all. */
export class Failure extends Error {
  constructor(readonly status: number | null) {
    super(`status ${status ?? "none"}`);
  }
}

export const hindrances = ["gone", "withoutContact"] as const;

/** What was asked for cannot be done with the rows as they are: the one meant is gone, or a person has no contact. */
export class Hindrance extends Error {
  constructor(readonly code: typeof hindrances[number]) {
    super(code);
  }
}

const refusal = record({ message: text });

export function isOnline({ client }: Platform): boolean {
  return !client.isOffline() && client.isNetworkAvailable();
}

/** Custom APIs are within reach of a page of the same origin; the pages of the mobile app have another one. */
export function reachesCustomApis(platform: Platform): boolean {
  return isOnline(platform) && platform.client.getClient() !== "Mobile";
}

/** Calls a Custom API: an action when there is a body to post, a function without. */
export async function callApi(url: string, body?: string): Promise<unknown> {
  const headers = { "Accept": "application/json", "Content-Type": "application/json", "OData-MaxVersion": "4.0", "OData-Version": "4.0" };
  const response = await fetch(url, body === undefined ? { headers } : { method: "POST", headers, body }).catch(() => {
    throw new Failure(null);
  });
  const reply: unknown = await response.json().catch(() => {
    throw new Failure(response.status);
  });
  if (response.ok) return reply;
  return refuse(record({ error: refusal })(reply, "").error);
}

export function refuse(error: unknown): never {
  if (error instanceof Hindrance) throw error;
  throw new Refusal(refusal(error, "error").message);
}
