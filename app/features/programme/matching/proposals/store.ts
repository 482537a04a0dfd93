/** Suggestions in the database. Answers are written here and read by nothing but the second answer and the reminder. */
import * as z from "zod/mini";
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { ManagerOf } from "../../../../server/guards/manager.ts";
import type { OneOfProposal, ProposalRow } from "../../../../server/guards/proposal.ts";
import { inParts } from "../../../../server/turns.ts";
import type { AccountId, DraftId, MatchId, ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { dayLength, type Instant, later } from "../../../../values/instant.ts";
import { stillRuns } from "../../finish/store.ts";
import { Reason } from "../reasons/schema.ts";
import type { Answer, AnswerRefusal } from "./rules.ts";
import type { AskedPair } from "./schema.ts";

/** Two people to be asked. */
export interface NewProposal {
  readonly id: MatchId;
  readonly mentee: { readonly participantId: ParticipantId; readonly accountId: AccountId };
  readonly mentor: { readonly participantId: ParticipantId; readonly accountId: AccountId };
  /** Those that the two may read. */
  readonly reasons: ReadonlyArray<Reason>;
}

/** The suggestions that were made together: the pairs of a draft, or one of two who were a pair before. */
export type RoundOf = { readonly programmeId: ProgrammeId } & (
  | { readonly draftId: DraftId; readonly matchId?: undefined }
  | { readonly matchId: MatchId; readonly draftId?: undefined }
);

/** One round of suggestions, open until the same moment. */
export type Round = RoundOf & { readonly askedAt: Instant; readonly closesAt: Instant };

/** Which suggestions belong to a round: a column with its value. */
function inRound(round: RoundOf): ["proposal.draft_id" | "proposal.id", "=", DraftId | MatchId] {
  return round.draftId === undefined ? ["proposal.id", "=", round.matchId] : ["proposal.draft_id", "=", round.draftId];
}

const rowsAStatement = 200;

/** Keeps the suggestions of a round. Throws where a mentee has an open one already: the draft was made before that. */
export async function insertProposals(
  writer: Writer,
  { programmeId, draftId, askedAt, closesAt }: Round,
  proposals: ReadonlyArray<NewProposal>,
): Promise<void> {
  const rows = proposals.map(({ id, mentee, mentor, reasons }): ProposalRow => ({
    programme_id: programmeId,
    id,
    draft_id: draftId ?? null,
    mentee_id: mentee.participantId,
    mentor_id: mentor.participantId,
    mentee_account_id: mentee.accountId,
    mentor_account_id: mentor.accountId,
    state: "open",
    reasons: JSON.stringify(reasons),
    mentee_answer: null,
    mentor_answer: null,
    asked_at: askedAt,
    closes_at: closesAt,
  }));
  await inParts(rows, rowsAStatement, (part) => writer.insertInto("proposal").values(part).execute());
}

/** How many pairs and people a round asked, and until when; for whoever asks a second time. */
export async function readRound(
  read: Reader,
  { programmeId, ownPlace }: ManagerOf,
  draftId: DraftId,
): Promise<{ readonly pairs: number; readonly people: number; readonly closesAt: Instant } | undefined> {
  const rows = await read
    .selectFrom("proposal")
    .select(["mentee_id", "mentor_id", "mentee_account_id", "mentor_account_id", "closes_at"])
    .where("programme_id", "=", programmeId)
    .where("draft_id", "=", draftId)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const told = rows.filter((row) => row.mentee_id !== ownPlace && row.mentor_id !== ownPlace);
  const people = new Set(told.flatMap((row) => [row.mentee_account_id, row.mentor_account_id]));
  return { pairs: told.length, people: people.size, closesAt: first.closes_at };
}

/** A pair whose both people said yes. */
export type AgreedProposal = Pick<
  ProposalRow,
  "programme_id" | "mentee_id" | "mentor_id" | "mentee_account_id" | "mentor_account_id"
> & { readonly reasons: ReadonlyArray<Reason> };

/**
 * Writes an answer, once: one statement finds the suggestion open and unanswered, and holds its row, so that of two answers at the
 * same moment the second one sees the first. Gives the pair where this was the second yes and both can have a room; "came-about"
 * where they have it already.
 */
export async function writeAnswer(
  writer: Writer,
  proof: OneOfProposal,
  answer: Answer,
  now: Instant,
): Promise<AgreedProposal | "noted" | "came-about" | AnswerRefusal> {
  const { matchId } = proof;
  const mine = answerOf(proof);
  const row = await writer
    .updateTable("proposal")
    .set({ [mine]: answer })
    .where("id", "=", matchId)
    .where("state", "=", "open")
    .where("closes_at", ">", now)
    .where(stillRuns("proposal.programme_id", now))
    .where(mine, "is", null)
    .returningAll()
    .executeTakeFirst();
  if (!row) return answeredBefore(writer, proof, answer, now);
  if (row.mentee_answer !== "yes" || row.mentor_answer !== "yes" || !(await canHaveRoom(writer, row))) return "noted";
  await writer
    .updateTable("proposal")
    .set({ state: "came-about", mentee_answer: null, mentor_answer: null })
    .where("id", "=", matchId)
    .execute();
  return { ...row, reasons: z.parse(z.array(Reason), JSON.parse(row.reasons)) };
}

const answerOf = ({ role }: OneOfProposal) => (role === "mentee" ? "mentee_answer" : "mentor_answer");

/** What an answer hears that changes nothing: the same as before is answered as before, the other one is refused. */
async function answeredBefore(
  read: Reader,
  proof: OneOfProposal,
  answer: Answer,
  now: Instant,
): Promise<"noted" | "came-about" | AnswerRefusal> {
  const row = await read
    .selectFrom("proposal")
    .select(["state", "closes_at", "mentee_answer", "mentor_answer"])
    .select(stillRuns("proposal.programme_id", now).as("runs"))
    .where("id", "=", proof.matchId)
    .executeTakeFirst();
  // It came about because both said yes; what each said is erased.
  if (row?.state === "came-about") return answer === "yes" ? "came-about" : "answered";
  if (row?.state !== "open" || row.closes_at <= now || !row.runs) return "closed";
  return row[answerOf(proof)] === answer ? "noted" : "answered";
}

/** Whether both have keys and neither has left. */
async function canHaveRoom(read: Reader, row: ProposalRow): Promise<boolean> {
  const there = await read
    .selectFrom("participant")
    .innerJoin("key_holder", "key_holder.account_id", "participant.account_id")
    .select("participant.id")
    .where("participant.programme_id", "=", row.programme_id)
    .where("participant.id", "in", [row.mentee_id, row.mentor_id])
    .where("participant.state", "in", ["enrolled", "paused"])
    .execute();
  return there.length === 2;
}

/** Whom a suggestion that closed concerned. */
export type ClosedPeople = Pick<ProposalRow, "mentee_account_id" | "mentor_account_id">;

/**
 * Closes the suggestions of a round whose time is over. A "not this one" is kept as *not again* for the two, without who said it;
 * then what was answered is erased.
 */
export async function closeRound(writer: Writer, round: RoundOf, now: Instant): Promise<ReadonlyArray<ClosedPeople>> {
  const ofRound = () =>
    writer
      .updateTable("proposal")
      .where("programme_id", "=", round.programmeId)
      .where(...inRound(round));
  const closed = await ofRound()
    .set({ state: "closed" })
    .where("state", "=", "open")
    .where("closes_at", "<=", now)
    .returningAll()
    .execute();
  const declined = closed
    .filter((row) => row.mentee_answer === "no" || row.mentor_answer === "no")
    .map(({ programme_id, mentee_id, mentor_id }) => ({ programme_id, mentee_id, mentor_id }));
  await inParts(declined, rowsAStatement, (part) =>
    writer
      .insertInto("not_again")
      .values(part)
      .onConflict((clash) => clash.doNothing())
      .execute(),
  );
  await ofRound().set({ mentee_answer: null, mentor_answer: null }).where("state", "=", "closed").execute();
  return closed;
}

/** How long a manager's board shows a suggestion after it closed. */
const shownMs = 60 * dayLength;

/** The suggestions of a programme as its managers see them, the newest round first. No answer is among it. */
export async function listAsked(
  read: Reader,
  { programmeId }: ManagerOf,
  now: Instant,
): Promise<ReadonlyArray<AskedPair>> {
  const rows = await read
    .selectFrom("proposal")
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.programme_id", "=", "proposal.programme_id").onRef("mentee.id", "=", "proposal.mentee_id"),
    )
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.programme_id", "=", "proposal.programme_id").onRef("mentor.id", "=", "proposal.mentor_id"),
    )
    .select(["proposal.id", "proposal.state", "proposal.asked_at", "proposal.closes_at"])
    .select([
      "mentee.id as mentee_id",
      "mentee.name as mentee_name",
      "mentor.id as mentor_id",
      "mentor.name as mentor_name",
    ])
    .where("proposal.programme_id", "=", programmeId)
    .where("proposal.closes_at", ">", later(now, -shownMs))
    .orderBy("proposal.asked_at", "desc")
    .orderBy("mentee.name")
    .orderBy("proposal.id")
    .execute();
  return rows.map((row) => ({
    matchId: row.id,
    mentee: { participantId: row.mentee_id, name: row.mentee_name },
    mentor: { participantId: row.mentor_id, name: row.mentor_name },
    state:
      row.state === "came-about"
        ? "came-about"
        : row.state === "open" && row.closes_at > now
          ? "asked"
          : "did-not-come-about",
    askedAt: row.asked_at,
    closesAt: row.closes_at,
  }));
}

/** Somebody of a round who has not answered everything, for a mail to them alone; `undefined` where nothing waits for them. */
export async function findUnanswered(
  read: Reader,
  round: RoundOf,
  accountId: AccountId,
  now: Instant,
): Promise<
  | {
      readonly name: string;
      readonly email: string;
      readonly programmeName: string;
      readonly waiting: number;
      readonly closesAt: Instant;
    }
  | undefined
> {
  const rows = await read
    .selectFrom("proposal")
    .innerJoin("programme", "programme.id", "proposal.programme_id")
    .innerJoin("account", (join) => join.on("account.id", "=", accountId))
    .select(["account.name", "account.email", "programme.name as programme_name", "proposal.closes_at"])
    .where("proposal.programme_id", "=", round.programmeId)
    .where(...inRound(round))
    .where("proposal.state", "=", "open")
    .where("proposal.closes_at", ">", now)
    .where(stillRuns("proposal.programme_id", now))
    .where((where) =>
      where.or([
        where.and([where("mentee_account_id", "=", accountId), where("mentee_answer", "is", null)]),
        where.and([where("mentor_account_id", "=", accountId), where("mentor_answer", "is", null)]),
      ]),
    )
    .execute();
  const [first] = rows;
  return (
    first && {
      name: first.name,
      email: first.email,
      programmeName: first.programme_name,
      waiting: rows.length,
      closesAt: first.closes_at,
    }
  );
}
