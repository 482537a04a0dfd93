/** All SQL of calendars that somebody's own program fetches. A row goes with its account. */
import type { AccountId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";

/** A calendar of somebody: with the words that they chose, or with busy times alone. */
export interface CalendarFeedRow {
  readonly account_id: AccountId;
  readonly kind: "own" | "busy";
  /** The address that lets a program in is not kept. */
  readonly token_hash: string;
  readonly wording: string;
  readonly with_name: 0 | 1;
  readonly changed_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    calendar_feed: CalendarFeedRow;
  }
}
