/** The caller's own suggestions in the database. */
import * as z from "zod/mini";
import type { Reader } from "../../../../../server/database/database.ts";
import type { SignedIn } from "../../../../../server/guards/signed-in.ts";
import type { AccountId, MatchId, ParticipantId, ProgrammeId } from "../../../../../values/id.ts";
import { dayLength, type Instant, later } from "../../../../../values/instant.ts";
import { type Role, Roles } from "../../../../../values/role.ts";
import { stillRuns } from "../../../finish/store.ts";
import { Reason } from "../../reasons/schema.ts";
import type { ClosedSuggestion, WaitingIn } from "../schema.ts";

/** A suggestion as its reader may see it, but for the card. */
export interface MyProposal {
  readonly matchId: MatchId;
  readonly programmeId: ProgrammeId;
  readonly programmeName: string;
  readonly myRole: "mentee" | "mentor";
  readonly otherId: ParticipantId;
  readonly otherAccountId: AccountId;
  readonly reasons: ReadonlyArray<Reason>;
  readonly closesAt: Instant;
  readonly known: boolean;
  readonly answered: boolean;
}

/** The caller's open suggestions, those that close first at the top; without people who have left. */
export async function listOpen(
  read: Reader,
  { accountId }: SignedIn,
  now: Instant,
): Promise<ReadonlyArray<MyProposal>> {
  const rows = await mine(read, accountId)
    .where("proposal.state", "=", "open")
    .where("proposal.closes_at", ">", now)
    .where(stillRuns("proposal.programme_id", now))
    .where("other.state", "!=", "left")
    .orderBy("proposal.closes_at")
    .orderBy("proposal.id")
    .execute();
  return rows.map((row) => {
    const isMentee = row.mentee_account_id === accountId;
    return {
      matchId: row.id,
      programmeId: row.programme_id,
      programmeName: row.programme_name,
      myRole: isMentee ? "mentee" : "mentor",
      otherId: isMentee ? row.mentor_id : row.mentee_id,
      otherAccountId: isMentee ? row.mentor_account_id : row.mentee_account_id,
      reasons: z.parse(z.array(Reason), JSON.parse(row.reasons)),
      closesAt: row.closes_at,
      known: row.draft_id === null,
      answered: (isMentee ? row.mentee_answer : row.mentor_answer) !== null,
    };
  });
}

/** The name of the programme in which two people live in a room. */
export async function findSharedRoom(read: Reader, one: AccountId, other: AccountId): Promise<string | undefined> {
  const row = await read
    .selectFrom("relationship as pair")
    .innerJoin("programme", "programme.id", "pair.programme_id")
    .select("programme.name")
    .where("pair.mentee_account_id", "in", [one, other])
    .where("pair.mentor_account_id", "in", [one, other])
    .where("pair.state", "!=", "ended")
    .orderBy("pair.started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.name;
}

const closedShownMs = 21 * dayLength;

/** The caller's suggestions of the last three weeks that did not come about. */
export async function listClosed(
  read: Reader,
  { accountId }: SignedIn,
  now: Instant,
): Promise<ReadonlyArray<ClosedSuggestion>> {
  const rows = await mine(read, accountId)
    .select(["other.name as other_name", "other.call_name as other_call_name"])
    .where("proposal.state", "in", ["open", "closed"])
    .where("proposal.closes_at", "<=", now)
    .where("proposal.closes_at", ">", later(now, -closedShownMs))
    .orderBy("proposal.closes_at", "desc")
    .orderBy("proposal.id")
    .execute();
  return rows.map((row) => ({
    matchId: row.id,
    name: row.other_call_name || row.other_name,
    closedAt: row.closes_at,
  }));
}

function mine(read: Reader, accountId: AccountId) {
  return read
    .selectFrom("proposal")
    .innerJoin("programme", "programme.id", "proposal.programme_id")
    .innerJoin("participant as me", (join) =>
      join
        .onRef("me.programme_id", "=", "proposal.programme_id")
        .on("me.account_id", "=", accountId)
        .on("me.state", "!=", "left"),
    )
    .innerJoin("participant as other", (join) =>
      join
        .onRef("other.programme_id", "=", "proposal.programme_id")
        .on((on) =>
          on.or([
            on.and([
              on("proposal.mentee_account_id", "=", accountId),
              on("other.id", "=", on.ref("proposal.mentor_id")),
            ]),
            on.and([
              on("proposal.mentor_account_id", "=", accountId),
              on("other.id", "=", on.ref("proposal.mentee_id")),
            ]),
          ]),
        ),
    )
    .selectAll("proposal")
    .select("programme.name as programme_name")
    .where((where) =>
      where.or([
        where("proposal.mentee_account_id", "=", accountId),
        where("proposal.mentor_account_id", "=", accountId),
      ]),
    );
}

/** The running programmes in which the caller takes part, with the roles in which they live in no pair and nobody is suggested to them. */
export async function listWaiting(read: Reader, proof: SignedIn, now: Instant): Promise<ReadonlyArray<WaitingIn>> {
  const { accountId } = proof;
  const places = await read
    .selectFrom("participant")
    .innerJoin("programme", "programme.id", "participant.programme_id")
    .select(["programme.id", "programme.name", "participant.roles", "participant.id as place"])
    .where("participant.account_id", "=", accountId)
    .where("participant.state", "=", "enrolled")
    .where(stillRuns("programme.id", now))
    .orderBy("programme.name")
    .execute();
  const pairs = await read
    .selectFrom("relationship")
    .select(["programme_id", "mentee_account_id", "state"])
    .where((or) => or.or([or("mentee_account_id", "=", accountId), or("mentor_account_id", "=", accountId)]))
    .execute();
  const living = pairs.filter(({ state }) => state !== "ended");
  const ended = new Set(pairs.filter(({ state }) => state === "ended").map((pair) => pair.programme_id));
  const named = await programmesThatName(
    read,
    places.map(({ place }) => place),
  );
  const open = await listOpen(read, proof, now);
  const key = (programmeId: ProgrammeId, role: Role) => `${programmeId} ${role}`;
  const busy = new Set([
    ...living.map((pair) => key(pair.programme_id, pair.mentee_account_id === accountId ? "mentee" : "mentor")),
    ...open.map((proposal) => key(proposal.programmeId, proposal.myRole)),
  ]);
  const since = (id: ProgrammeId) => (named.has(id) ? "named" : ended.has(id) ? "ended" : "joining");
  return places.flatMap(({ id, name, roles }) => {
    const waiting = z.parse(Roles, JSON.parse(roles)).filter((role) => !busy.has(key(id, role)));
    return waiting.length === 0 ? [] : [{ programmeId: id, programmeName: name, roles: waiting, since: since(id) }];
  });
}

/** The programmes in which a file names one of these places as one of a pair of before. */
async function programmesThatName(
  read: Reader,
  places: ReadonlyArray<ParticipantId>,
): Promise<ReadonlySet<ProgrammeId>> {
  if (places.length === 0) return new Set();
  const rows = await read
    .selectFrom("known_pair")
    .select("programme_id")
    .where((or) => or.or([or("mentee_id", "in", places), or("mentor_id", "in", places)]))
    .execute();
  return new Set(rows.map(({ programme_id }) => programme_id));
}
