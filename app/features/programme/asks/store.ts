/** All SQL of what people ask the programme. Erasing an account takes what it asked along; a manager's leaves the row without them. */
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOfAsk } from "../../../server/guards/ask.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { ParticipantOf } from "../../../server/guards/participant.ts";
import type { AccountId, AskId, ParticipantId, ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { type AskKind, type AskRefusal, refuseAsk } from "./rules.ts";
import type { AskForManagers, MyAsk } from "./schema.ts";

/** What is asked. */
export interface NewAsk {
  readonly askId: AskId;
  readonly kind: AskKind;
  readonly words: string;
}

/** Keeps what was asked; "as-it-was" for a repeat. */
export async function insertAsk(
  writer: Writer,
  { programmeId, accountId }: ParticipantOf,
  { askId, kind, words }: NewAsk,
  now: Instant,
): Promise<"asked" | "as-it-was" | AskRefusal> {
  const mine = await writer
    .selectFrom("ask")
    .select(["id", "state"])
    .where("programme_id", "=", programmeId)
    .where("account_id", "=", accountId)
    .execute();
  if (mine.some(({ id }) => id === askId)) return "as-it-was";
  const refused = refuseAsk(kind, words, mine.filter(({ state }) => state !== "answered").length);
  if (refused) return refused;
  const kept = await writer
    .insertInto("ask")
    .values({
      programme_id: programmeId,
      id: askId,
      account_id: accountId,
      kind,
      words: words.trim(),
      state: "new",
      asked_at: now,
      taken_by: null,
      answer: "",
      answered_at: null,
    })
    .onConflict((clash) => clash.doNothing())
    .returning("id")
    .executeTakeFirst();
  return kept ? "asked" : "as-it-was";
}

/** What somebody asked, the newest first. */
export async function listMine(
  read: Reader,
  { programmeId, accountId }: Pick<ParticipantOf, "programmeId" | "accountId">,
): Promise<ReadonlyArray<MyAsk>> {
  const rows = await read
    .selectFrom("ask")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("account_id", "=", accountId)
    .orderBy("asked_at", "desc")
    .execute();
  return rows.map(({ id, kind, words, state, asked_at, answer }) => ({
    askId: id,
    kind,
    words,
    state,
    askedAt: asked_at,
    answer,
  }));
}

/** Erases what somebody asked. */
export async function removeAsk(
  writer: Writer,
  { programmeId, accountId }: ParticipantOf,
  askId: AskId,
): Promise<void> {
  await writer
    .deleteFrom("ask")
    .where("programme_id", "=", programmeId)
    .where("account_id", "=", accountId)
    .where("id", "=", askId)
    .execute();
}

const order = { new: 0, taken: 1, answered: 2 } as const;

/** Everything that was asked: new first, then taken, then answered; the oldest first, of what is answered the newest. */
export async function listAsks(read: Reader, { programmeId }: ManagerOf): Promise<ReadonlyArray<AskForManagers>> {
  const rows = await read
    .selectFrom("ask")
    .innerJoin("account as asker", "asker.id", "ask.account_id")
    .leftJoin("account as taker", "taker.id", "ask.taken_by")
    .selectAll("ask")
    .select(["asker.name as asker_name", "taker.name as taker_name"])
    .where("ask.programme_id", "=", programmeId)
    .orderBy("ask.asked_at")
    .execute();
  const asks = rows.map((row) => ({
    askId: row.id,
    kind: row.kind,
    words: row.words,
    state: row.state,
    askedAt: row.asked_at,
    answer: row.answer,
    name: row.asker_name,
    takenBy: row.taker_name ?? "",
  }));
  return asks.toSorted(
    (a, b) => order[a.state] - order[b.state] || (a.state === "answered" ? b.askedAt - a.askedAt : 0),
  );
}

/** How many wait that nobody looks after yet. */
export async function countNew(read: Reader, programmeId: ProgrammeId): Promise<number> {
  const rows = await read
    .selectFrom("ask")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("state", "=", "new")
    .execute();
  return rows.length;
}

/** The same for each programme that somebody manages, where anything waits. */
export async function countNewFor(read: Reader, accountId: AccountId): Promise<ReadonlyMap<ProgrammeId, number>> {
  const rows = await read
    .selectFrom("ask")
    .innerJoin("programme_manager", "programme_manager.programme_id", "ask.programme_id")
    .select((row) => ["ask.programme_id", row.fn.countAll<number>().as("many")])
    .where("programme_manager.account_id", "=", accountId)
    .where("ask.state", "=", "new")
    .groupBy("ask.programme_id")
    .execute();
  return new Map(rows.map((row) => [row.programme_id, row.many]));
}

/** Says who looks after it; `undefined` where it is answered. */
export async function takeAsk(
  writer: Writer,
  { manager, askId }: ManagerOfAsk,
): Promise<"taken" | "as-it-was" | undefined> {
  const { programmeId, accountId } = manager;
  const taken = await writer
    .updateTable("ask")
    .set({ state: "taken", taken_by: accountId })
    .where("programme_id", "=", programmeId)
    .where("id", "=", askId)
    .where("state", "!=", "answered")
    .where((row) =>
      row.or([row("state", "!=", "taken"), row("taken_by", "is", null), row("taken_by", "!=", accountId)]),
    )
    .returning("id")
    .executeTakeFirst();
  if (taken) return "taken";
  return (await find(writer, programmeId, askId)).state === "answered" ? undefined : "as-it-was";
}

/** Answers, once: of many at once one is kept. */
export async function answerAsk(
  writer: Writer,
  { manager: { programmeId, accountId }, askId }: ManagerOfAsk,
  answer: string,
  now: Instant,
): Promise<boolean> {
  const answered = await writer
    .updateTable("ask")
    .set({ state: "answered", taken_by: accountId, answer, answered_at: now })
    .where("programme_id", "=", programmeId)
    .where("id", "=", askId)
    .where("state", "!=", "answered")
    .returning("id")
    .executeTakeFirst();
  return answered !== undefined;
}

async function find(read: Reader, programmeId: ProgrammeId, askId: AskId) {
  return read
    .selectFrom("ask")
    .select("state")
    .where("programme_id", "=", programmeId)
    .where("id", "=", askId)
    .executeTakeFirstOrThrow();
}

/** Who asked, for the log of changes and the mail of the answer; `undefined` once it was taken back. */
export async function findAsker(
  read: Reader,
  programmeId: ProgrammeId,
  askId: AskId,
): Promise<
  | {
      readonly participantId: ParticipantId;
      readonly name: string;
      readonly email: string;
      readonly programmeName: string;
    }
  | undefined
> {
  return read
    .selectFrom("ask")
    .innerJoin("account", "account.id", "ask.account_id")
    .innerJoin("programme", "programme.id", "ask.programme_id")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.programme_id", "=", "ask.programme_id")
        .onRef("participant.account_id", "=", "ask.account_id"),
    )
    .select(["participant.id as participantId", "account.name", "account.email", "programme.name as programmeName"])
    .where("ask.programme_id", "=", programmeId)
    .where("ask.id", "=", askId)
    .executeTakeFirst();
}
