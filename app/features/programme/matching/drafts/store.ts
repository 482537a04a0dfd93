/** Drafts in the database, and what matching must know of pairs and suggestions. */
import type { Cohort, Pair } from "@oakroom/matching";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { DraftState, ManagerOfDraft, MatchDraftRow } from "../../../../server/guards/draft.ts";
import type { ManagerOf } from "../../../../server/guards/manager.ts";
import { parseInTurns } from "../../../../server/parse-in-turns.ts";
import { dayIn } from "../../../../values/day.ts";
import type { DraftId, ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { type Candidates, readCandidates } from "../../profile/candidates/store.ts";
import { type KeptCriteria, readCriteria } from "../criteria/store.ts";
import { listNamed } from "../known-pairs/store.ts";
import { restingSince } from "../proposals/rules.ts";
import { readWishes } from "../wishes/store.ts";
import { restingBefore } from "./earlier/store.ts";
import { cohortOf, type Ruled, type Standing } from "./rules.ts";
import { DraftContent } from "./schema.ts";

/** Two people of whom one said "not this one". Read by the engine alone: no answer of any route holds it. */
export interface NotAgainRow {
  readonly programme_id: ProgrammeId;
  readonly mentee_id: ParticipantId;
  readonly mentor_id: ParticipantId;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    not_again: NotAgainRow;
  }
}

/** A draft as it was kept. */
export interface KeptDraft {
  readonly id: DraftId;
  readonly number: number;
  readonly state: DraftState;
  readonly madeAt: Instant;
  readonly content: DraftContent;
}

async function kept(row: MatchDraftRow): Promise<KeptDraft> {
  const content = await parseInTurns(DraftContent, JSON.parse(row.content));
  return { id: row.id, number: row.number, state: row.state, madeAt: row.made_at, content };
}

/** A draft of this programme by its id. */
export async function findDraft(
  read: Reader,
  { programmeId }: ManagerOf,
  draftId: DraftId,
): Promise<KeptDraft | undefined> {
  const row = await read
    .selectFrom("match_draft")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("id", "=", draftId)
    .executeTakeFirst();
  return row && kept(row);
}

/** The draft on the board. */
export async function findOpenDraft(read: Reader, programmeId: ProgrammeId): Promise<KeptDraft | undefined> {
  const row = await read
    .selectFrom("match_draft")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row && kept(row);
}

/** The draft whose people were asked last. */
export async function findLastSent(read: Reader, programmeId: ProgrammeId): Promise<KeptDraft | undefined> {
  const row = await read
    .selectFrom("match_draft")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("state", "=", "sent")
    .orderBy("sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && kept(row);
}

/** A draft that was just worked out. */
export interface NewDraft {
  readonly id: DraftId;
  readonly state: "tried" | "open";
  readonly content: DraftContent;
}

/** Keeps a draft; earlier tries of the same manager go. False where the id is taken, or another draft was opened meanwhile. */
export async function insertDraft(
  writer: Writer,
  { programmeId, accountId }: ManagerOf,
  { id, state, content }: NewDraft,
  now: Instant,
): Promise<boolean> {
  await writer
    .deleteFrom("match_draft")
    .where("programme_id", "=", programmeId)
    .where("made_by", "=", accountId)
    .where("state", "=", "tried")
    .where("id", "!=", id)
    .execute();
  const newest = await writer
    .selectFrom("match_draft")
    .select((row) => row.fn.max("number").as("number"))
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "tried")
    .executeTakeFirst();
  const inserted = await writer
    .insertInto("match_draft")
    .values({
      programme_id: programmeId,
      id,
      number: (newest?.number ?? 0) + 1,
      state,
      content: JSON.stringify(content),
      made_by: accountId,
      made_at: now,
      sent_at: null,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Puts a draft on the board in place of the open one; `undefined` where another one stands there, or the draft was sent or is gone. */
export async function acceptDraft(
  writer: Writer,
  { manager: { programmeId }, draftId }: ManagerOfDraft,
  insteadOf: DraftId,
): Promise<"accepted" | "was-open" | undefined> {
  const drafts = () => writer.updateTable("match_draft").where("programme_id", "=", programmeId);
  const wanted = await writer
    .selectFrom("match_draft")
    .select("state")
    .where("programme_id", "=", programmeId)
    .where("id", "=", draftId)
    .executeTakeFirst();
  if (wanted?.state === "open") return "was-open";
  if (wanted?.state !== "tried" && wanted?.state !== "replaced") return undefined;
  const replaced = await drafts()
    .set({ state: "replaced" })
    .where("id", "=", insteadOf)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  if (!replaced) return undefined;
  await drafts().set({ state: "open" }).where("id", "=", draftId).execute();
  return "accepted";
}

/** Notes that the people of the open draft are asked; true for the one call that may ask them. */
export async function markSent(
  writer: Writer,
  { manager: { programmeId }, draftId }: ManagerOfDraft,
  now: Instant,
): Promise<boolean> {
  const sent = await writer
    .updateTable("match_draft")
    .set({ state: "sent", sent_at: now })
    .where("programme_id", "=", programmeId)
    .where("id", "=", draftId)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  return sent !== undefined;
}

/** Who is taken and who is not put together again, for the engine alone. `lastSent` tells who waited. */
export async function readStanding(
  read: Reader,
  programmeId: ProgrammeId,
  lastSent: KeptDraft | undefined,
  now: Instant,
): Promise<Standing> {
  const pairs = await read
    .selectFrom("relationship")
    .select(["mentee_id", "mentor_id", "state"])
    .where("programme_id", "=", programmeId)
    .execute();
  const suggested = await read
    .selectFrom("proposal")
    .select(["mentee_id", "mentor_id", "state", "closes_at"])
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "came-about")
    .execute();
  const notAgain = await read
    .selectFrom("not_again")
    .select(["mentee_id", "mentor_id"])
    .where("programme_id", "=", programmeId)
    .execute();
  // Whoever a file names as a pair of before is kept out of the round until the two were asked.
  const named = await listNamed(read, programmeId);
  const living = pairs.filter(({ state }) => state !== "ended");
  const ended = pairs.filter(({ state }) => state === "ended");
  const open = suggested.filter(({ state }) => state === "open");
  const since = restingSince(now);
  const resting = suggested.filter(({ state, closes_at }) => state === "closed" && closes_at > since);
  const before = await restingBefore(read, programmeId, since);
  const { named: wished, avoided } = await readWishes(read, programmeId);
  return {
    taken: [...living, ...open, ...named].map(pairOf),
    notAgain: [...[...ended, ...resting, ...before, ...notAgain].map(pairOf), ...avoided],
    named: wished,
    waited: lastSent?.content.matching.waiting ?? [],
  };
}

/** All that a draft is made of, as it stands now. */
export interface DraftGround {
  readonly candidates: Candidates;
  readonly open: KeptDraft | undefined;
  /** What was decided by hand so far: in the open draft, else who was kept apart in the last round. */
  readonly ruled: Ruled;
  /** When the programme's criteria were last changed. */
  readonly criteriaChangedAt: KeptCriteria["changedAt"];
  readonly cohort: (ruled: Ruled) => Cohort;
}

/** Reads what a draft of a programme is made of. For the engine: it holds who named and who declined whom. */
export async function readGround(read: Reader, programmeId: ProgrammeId, now: Instant): Promise<DraftGround> {
  const candidates = await readCandidates(read, programmeId);
  const open = await findOpenDraft(read, programmeId);
  const lastSent = await findLastSent(read, programmeId);
  const standing = await readStanding(read, programmeId, lastSent, now);
  const { criteria, changedAt } = await readCriteria(read, programmeId);
  return {
    candidates,
    open,
    criteriaChangedAt: changedAt,
    ruled: open?.content.ruled ?? { pinned: [], forbidden: lastSent?.content.ruled.forbidden ?? [] },
    // The seed is the programme, so that a draft made again differs only where something has changed.
    cohort: (ruled) => cohortOf(candidates, standing, ruled, { seed: programmeId, today: dayIn(now, "UTC"), criteria }),
  };
}

function pairOf(row: { readonly mentee_id: ParticipantId; readonly mentor_id: ParticipantId }): Pair {
  return { mentee: row.mentee_id, mentor: row.mentor_id };
}

/** Names as the programme has them, by participant. */
export async function readNames(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom("participant")
    .select(["id", "name"])
    .where("programme_id", "=", programmeId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
