import { Deal } from "./deals";

/** What there is to show. */
export type Showing =
  | { state: "loading" }
  | { state: "failed"; reason: string }
  /** The view has no columns to make a board of; `missing` are their logical names. */
  | { state: "otherView"; missing: string }
  | { state: "deals"; deals: readonly Deal[]; hasMore: boolean };
