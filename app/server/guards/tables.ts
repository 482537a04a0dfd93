/** The rows that guards read and several features share: who manages what. */
import type { AccountId, ProgrammeId, SignInId } from "../../values/id.ts";
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

declare module "../database/tables.ts" {
  interface Tables {
    account: AccountRow;
    programme_manager: ProgrammeManagerRow;
    sign_in: SignInRow;
  }
}
