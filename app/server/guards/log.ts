/** Proofs about sealed logs: that the caller is a member of one, and that the caller shares one with somebody. */
import type { AccountId, LogId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import { hashToken } from "../chance.ts";
import { compiled, type Slot } from "../database/compiled.ts";
import type { Guard } from "./guard.ts";

/** A sealed log: a room of two, or the log of one's own. */
export interface LogRow {
  readonly id: LogId;
  readonly kind: "room" | "own";
  /** The running number of the newest entry. */
  readonly last_number: number;
  readonly last_epoch: number;
  readonly opened_at: Instant;
  /** Set when the relationship has ended: nothing may be appended any more. */
  readonly closed_at: Instant | null;
  /** Set while one of the two has left: nothing is appended but what belongs to the ending. */
  readonly resting_since: Instant | null;
  /** Set while the pair is paused: nothing that anybody writes is appended. */
  readonly paused_since: Instant | null;
}

/** Who may read and append. Written when the log is opened, and never changed. */
export interface LogMemberRow {
  readonly log_id: LogId;
  readonly account_id: AccountId;
}

declare module "../database/tables.ts" {
  interface Tables {
    log: LogRow;
    log_member: LogMemberRow;
  }
}

class ProvenMember {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "member-of-log";
  readonly accountId: AccountId;
  readonly logId: LogId;
  readonly logKind: "room" | "own";
  /** The newest running number when the guard looked. */
  readonly lastNumber: number;
  /** Everyone who belongs to the log, the caller included. */
  readonly members: ReadonlyArray<AccountId>;

  constructor(
    accountId: AccountId,
    log: Pick<LogRow, "id" | "kind" | "last_number">,
    members: ReadonlyArray<AccountId>,
  ) {
    this.accountId = accountId;
    this.logId = log.id;
    this.logKind = log.kind;
    this.lastNumber = log.last_number;
    this.members = members;
  }
}

/** A member of the log in the path. Only the guard `memberOfLog` makes one. */
export type MemberOfLog = ProvenMember;

/**
 * The caller, and the log with its members as far as the caller is one of them.
 * Scalar subqueries instead of joins and `exists`: SQLite prepares those anew for every value that they are asked with.
 */
const findMember = compiled((db, token: Slot<string>, now: Slot<Instant>, logId: Slot<LogId>) =>
  db
    .selectFrom("sign_in")
    .select((caller) => [
      "account_id",
      caller
        .selectFrom("log_member as mine")
        .select("mine.log_id")
        .where("mine.log_id", "=", logId)
        .whereRef("mine.account_id", "=", "sign_in.account_id")
        .as("log_id"),
      caller
        .selectFrom("log_member as other")
        .select("other.account_id")
        .where("other.log_id", "=", logId)
        .whereRef("other.account_id", "!=", "sign_in.account_id")
        // To a stranger both members are others.
        .limit(1)
        .as("other_id"),
      caller.selectFrom("log").select("log.kind").where("log.id", "=", logId).as("kind"),
      caller.selectFrom("log").select("log.last_number").where("log.id", "=", logId).as("last_number"),
    ])
    .where("token_hash", "=", token)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now),
);

/** Lets the members of the log in the path go on. Programme managers and operators are members of no room. */
export const memberOfLog: Guard<{ readonly logId: LogId }, MemberOfLog> = {
  name: "memberOfLog",
  findsCaller: true,
  async prove({ token, now, params, read }) {
    if (!token) return "not-signed-in";
    const [caller] = await findMember(read, hashToken("sign-in", token), now, params.logId);
    if (!caller) return "not-signed-in";
    const { account_id, log_id, other_id, kind, last_number } = caller;
    if (log_id === null || kind === null || last_number === null) return "not-found";
    const members = other_id === null ? [account_id] : [account_id, other_id];
    return new ProvenMember(account_id, { id: log_id, kind, last_number }, members);
  },
};

class ProvenCompanion {
  declare protected readonly proven: "shares-a-log-with";
  readonly accountId: AccountId;
  /** The person in the path: the caller, or somebody who shares a log with the caller. */
  readonly otherId: AccountId;

  constructor(accountId: AccountId, otherId: AccountId) {
    this.accountId = accountId;
    this.otherId = otherId;
  }
}

/** Somebody who shares a log with the person in the path. Only the guard `sharesALogWith` makes one. */
export type SharesALogWith = ProvenCompanion;

const findShared = compiled((db, accountId: Slot<AccountId>, otherId: Slot<AccountId>) =>
  db
    .selectFrom("log_member as mine")
    .select("mine.log_id")
    .where("mine.account_id", "=", accountId)
    .where((mine) =>
      mine.exists(
        mine
          .selectFrom("log_member as theirs")
          .select("theirs.log_id")
          .whereRef("theirs.log_id", "=", "mine.log_id")
          .where("theirs.account_id", "=", otherId),
      ),
    )
    .limit(1),
);

/** Lets people go on who share a log with the person in the path; everyone shares with themselves. */
export const sharesALogWith: Guard<{ readonly accountId: AccountId }, SharesALogWith> = {
  name: "sharesALogWith",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    if (params.accountId === caller.accountId) return new ProvenCompanion(caller.accountId, caller.accountId);
    const shared = await findShared(read, caller.accountId, params.accountId);
    return shared.length > 0 ? new ProvenCompanion(caller.accountId, params.accountId) : "not-found";
  },
};
