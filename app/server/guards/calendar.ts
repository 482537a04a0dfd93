/** Proof that whoever asks holds the address of a calendar. The token in it is the only credential; a sign-in is not looked at. */
import type { AccountId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import { hashToken } from "../chance.ts";
import type { Guard } from "./guard.ts";

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

declare module "../database/tables.ts" {
  interface Tables {
    calendar_feed: CalendarFeedRow;
  }
}

class ProvenHolder {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "holder-of-calendar";
  readonly feed: CalendarFeedRow;

  constructor(feed: CalendarFeedRow) {
    this.feed = feed;
  }
}

/** A program that holds the address of a calendar. Only the guard `holderOfCalendar` makes one. */
export type HolderOfCalendar = ProvenHolder;

/** The form in which the token of an address is kept. */
export const hashCalendarToken = (token: string): string => hashToken("calendar", token);

/** Lets whoever holds the address read this calendar, and nothing else of its owner. */
export const holderOfCalendar: Guard<{ readonly token: string }, HolderOfCalendar> = {
  name: "holderOfCalendar",
  findsCaller: true,
  async prove({ params, read }) {
    const feed = await read
      .selectFrom("calendar_feed")
      .selectAll()
      .where("token_hash", "=", hashCalendarToken(params.token))
      .executeTakeFirst();
    return feed ? new ProvenHolder(feed) : "not-found";
  },
};
