import { journeyIn, journeyUrl } from "./record";
import { callApi, Platform, reachesCustomApis } from "./webApi";

/** Gives the journey JSON as of now; null where the server cannot be asked. */
export type Refresher = (opportunity: string) => Promise<string | null>;

export function refresherOf(platform: () => Platform): Refresher {
  return async opportunity => reachesCustomApis(platform()) ? journeyIn(await callApi(journeyUrl(opportunity))) : null;
}
