/** What streams read from the database. Every read asks again whether the person is still signed in: hints may come late. */
import type { AccountId, LogId, SignInId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";

/** The person behind a stream, by the sign-in record that opened it. */
export interface LivePerson {
  readonly accountId: AccountId;
  readonly signInId: SignInId;
}

/** A log and the running number of its newest entry. */
export interface LogPosition {
  readonly logId: LogId;
  readonly lastNumber: number;
}

/** One entry to send. */
export interface LiveEntry {
  readonly number: number;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** Where streams read. */
export interface LiveSource {
  /** The newest numbers of the logs of these sign-in records. A record that no longer holds is not in the answer. */
  newest(signIns: ReadonlyArray<SignInId>, now: Instant): Promise<ReadonlyMap<SignInId, ReadonlyArray<LogPosition>>>;
  /** Entries after a running number, oldest first; none where the person is not a member, or no longer signed in. */
  entries(
    person: LivePerson,
    logId: LogId,
    after: number,
    limit: number,
    now: Instant,
  ): Promise<ReadonlyArray<LiveEntry>>;
}
