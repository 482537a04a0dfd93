/** The rows that guards read and several features share: who manages what. */
import type { AccountId, ParticipantId, ProgrammeId, SignInId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";

/** A person who manages a programme. */
export interface ProgrammeManagerRow {
  readonly programme_id: ProgrammeId;
  readonly account_id: AccountId;
  readonly created_at: Instant;
}

/** Somebody signed in on some browser. */
export interface SignInRow {
  readonly id: SignInId;
  readonly account_id: AccountId;
  readonly token_hash: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly revoked_at: Instant | null;
}

/** A human being on this server. */
export interface AccountRow {
  readonly id: AccountId;
  readonly email: string;
  /** `addressKey` of the address. */
  readonly email_key: string;
  readonly name: string;
  readonly created_at: Instant;
}

/** Where a participant stands: in the list and not yet asked, asked, taking part, resting, not this time, gone. */
export type ParticipantState = "added" | "invited" | "enrolled" | "paused" | "aside" | "left";

/** One person in one programme. */
export interface ParticipantRow {
  readonly programme_id: ProgrammeId;
  readonly id: ParticipantId;
  /** Empty until the person has accepted the invitation. */
  readonly account_id: AccountId | null;
  readonly email: string;
  /** `addressKey` of the address; unique in a programme. */
  readonly email_key: string;
  readonly name: string;
  /** "Please call me": the person's own word. */
  readonly call_name: string | null;
  /** JSON of `Roles`. */
  readonly roles: string;
  readonly state: ParticipantState;
  readonly team: string | null;
  readonly site: string | null;
  /** The organisation's own grade. */
  readonly level: number | null;
  readonly manager_email: string | null;
  /** JSON of the last imported row (`ImportedPerson` of programme/people/import/schema.ts); empty for people added by hand. */
  readonly imported: string | null;
  /** JSON: topics for which the programme invited a mentor, as a manager wrote them (P98). */
  readonly invited_for: string;
  readonly created_at: Instant;
  readonly updated_at: Instant;
  readonly enrolled_at: Instant | null;
}

declare module "../database/tables.ts" {
  interface Tables {
    account: AccountRow;
    participant: ParticipantRow;
    programme_manager: ProgrammeManagerRow;
    sign_in: SignInRow;
  }
}
