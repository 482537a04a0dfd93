/** Proofs about sealed logs: that the caller is a member of one, and that the caller shares one with somebody. */
import type { AccountId, LogId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
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

/** The log with all its members, as far as one of them asks. */
const findLog = compiled((db, logId: Slot<LogId>, accountId: Slot<AccountId>) =>
  db
    .selectFrom("log_member as mine")
    .innerJoin("log", "log.id", "mine.log_id")
    .innerJoin("log_member as any", "any.log_id", "mine.log_id")
    .select(["log.id", "log.kind", "log.last_number", "any.account_id"])
    .where("mine.log_id", "=", logId)
    .where("mine.account_id", "=", accountId),
);

/** Lets the members of the log in the path go on. Programme managers and operators are members of no room. */
export const memberOfLog: Guard<{ readonly logId: LogId }, MemberOfLog> = {
  name: "memberOfLog",
  async prove({ caller, params, read }) {
    if (!caller) return "not-signed-in";
    const rows = await findLog(read, params.logId, caller.accountId);
    const [log] = rows;
    if (!log) return "not-found";
    return new ProvenMember(
      caller.accountId,
      log,
      rows.map((row) => row.account_id),
    );
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
    .innerJoin("log_member as theirs", "theirs.log_id", "mine.log_id")
    .select("mine.log_id")
    .where("mine.account_id", "=", accountId)
    .where("theirs.account_id", "=", otherId)
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
