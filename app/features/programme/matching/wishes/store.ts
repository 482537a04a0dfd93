/** All SQL of wishes. What is read here goes to whoever wrote it, or to the engine: to no other answer, mail, log or file. */
import type { Reader, Writer } from "../../../../server/database/database.ts";
import type { ParticipantOf } from "../../../../server/guards/participant.ts";
import { inParts } from "../../../../server/turns.ts";
import type { ParticipantId, ProgrammeId } from "../../../../values/id.ts";
import { addressKey } from "../../../../values/text.ts";
import { countForManagers, mutualPairs, type Wishes, type WishesForEngine, wishesAmong } from "./rules.ts";

/** One person whom somebody wishes for, or would rather not be put together with. */
export interface WishRow {
  readonly programme_id: ProgrammeId;
  readonly participant_id: ParticipantId;
  readonly kind: "wished" | "avoided";
  /** In the order of the writer, from 1. */
  readonly place: number;
  readonly address: string;
  readonly address_key: string;
  /** Who it was in this programme when it was written. */
  readonly who_id: ParticipantId | null;
}

declare module "../../../../server/database/tables.ts" {
  interface Tables {
    wish: WishRow;
  }
}

/** What somebody wrote, for themselves alone. */
export async function readMyWishes(read: Reader, { programmeId, participantId }: ParticipantOf): Promise<Wishes> {
  const rows = await read
    .selectFrom("wish")
    .select(["kind", "address"])
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .orderBy("place")
    .execute();
  const of = (kind: WishRow["kind"]) => rows.filter((row) => row.kind === kind).map(({ address }) => address);
  return { wished: of("wished"), avoided: of("avoided") };
}

/** Keeps what somebody wrote, in place of what was there. */
export async function writeMyWishes(
  writer: Writer,
  { programmeId, participantId }: ParticipantOf,
  { wished, avoided }: Wishes,
): Promise<void> {
  await writer
    .deleteFrom("wish")
    .where("programme_id", "=", programmeId)
    .where("participant_id", "=", participantId)
    .execute();
  const keys = [...wished, ...avoided].map(addressKey);
  if (keys.length === 0) return;
  const people = await writer
    .selectFrom("participant")
    .select(["id", "email_key"])
    .where("programme_id", "=", programmeId)
    .where("email_key", "in", keys)
    .execute();
  const found = new Map(people.map(({ id, email_key }) => [email_key, id]));
  const rows = (kind: WishRow["kind"], addresses: ReadonlyArray<string>) =>
    addresses.map((address, at): WishRow => ({
      programme_id: programmeId,
      participant_id: participantId,
      kind,
      place: at + 1,
      address: address.trim(),
      address_key: addressKey(address),
      who_id: found.get(addressKey(address)) ?? null,
    }));
  await writer
    .insertInto("wish")
    .values([...rows("wished", wished), ...rows("avoided", avoided)])
    // The same again at the same moment, from another process.
    .onConflict((clash) =>
      clash.columns(["programme_id", "participant_id", "kind", "place"]).doUpdateSet((row) => ({
        address: row.ref("excluded.address"),
        address_key: row.ref("excluded.address_key"),
        who_id: row.ref("excluded.who_id"),
      })),
    )
    .execute();
}

/** Everybody's wishes in a programme. For the engine alone. */
export function readWishes(read: Reader, programmeId: ProgrammeId): Promise<WishesForEngine> {
  return wishesOf(read, programmeId, "who-are-there");
}

/**
 * How many pairs of people in a programme named each other, as managers may read it. Everyone counts who ever wrote a wish there: so
 * no act of a manager, by which somebody rests, goes or is kept apart, changes the count and tells who they are.
 */
export async function countNamedEachOther(read: Reader, programmeId: ProgrammeId): Promise<number | null> {
  return countForManagers(mutualPairs((await wishesOf(read, programmeId, "everyone")).named));
}

/** Whether two people named each other; for the two, once both have said yes. */
export async function haveNamedEachOther(
  read: Reader,
  programmeId: ProgrammeId,
  one: ParticipantId,
  other: ParticipantId,
): Promise<boolean> {
  const { named } = await wishesOf(read, programmeId, [one, other]);
  return mutualPairs(named) === 1;
}

/**
 * Takes the lists of people whom somebody would rather not meet along to the next programme; its writer reads and changes it there. Whom
 * they wish for is asked afresh.
 */
export async function carryAvoided(
  writer: Writer,
  earlierId: ProgrammeId,
  programmeId: ProgrammeId,
  people: ReadonlyArray<readonly [earlier: ParticipantId, next: ParticipantId]>,
): Promise<void> {
  const nextOf = new Map(people);
  const rows = await writer
    .selectFrom("wish")
    .selectAll()
    .where("programme_id", "=", earlierId)
    .where("kind", "=", "avoided")
    .execute();
  const carried = rows.flatMap(({ participant_id, ...row }) => {
    const next = nextOf.get(participant_id);
    // Who it is there is found by the address.
    return next ? [{ ...row, programme_id: programmeId, participant_id: next, who_id: null }] : [];
  });
  if (carried.length === 0) return;
  await inParts(carried, rowsAStatement, (part) =>
    writer
      .insertInto("wish")
      .values(part)
      .onConflict((clash) => clash.doNothing())
      .execute(),
  );
}

const rowsAStatement = 500;

type Whose = "who-are-there" | "everyone" | readonly [ParticipantId, ParticipantId];

async function wishesOf(read: Reader, programmeId: ProgrammeId, whose: Whose): Promise<WishesForEngine> {
  const isTwo = typeof whose !== "string";
  const all = read
    .selectFrom("wish")
    .select(["participant_id", "kind", "place", "address_key", "who_id"])
    .where("programme_id", "=", programmeId)
    .orderBy("participant_id")
    .orderBy("kind")
    .orderBy("place");
  const rows = await (isTwo ? all.where("participant_id", "in", [...whose]) : all).execute();
  if (rows.length === 0) return { named: [], avoided: [] };
  const there = read.selectFrom("participant").select(["id", "email_key"]).where("programme_id", "=", programmeId);
  const those = whose === "who-are-there" ? there.where("state", "!=", "left") : there;
  const people = await (isTwo ? those.where("id", "in", [...whose]) : those).execute();
  return wishesAmong(
    rows.map((row) => ({
      by: row.participant_id,
      kind: row.kind,
      place: row.place,
      addressKey: row.address_key,
      who: row.who_id,
    })),
    new Set(people.map(({ id }) => id)),
    new Map(people.map(({ id, email_key }) => [email_key, id])),
  );
}
