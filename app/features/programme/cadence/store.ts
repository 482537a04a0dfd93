/** All SQL of a pair's open dates. */
import * as z from "zod/mini";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { OneOfPair } from "../../../server/guards/pair.ts";
import type { Day } from "../../../values/day.ts";
import type { AccountId, RelationshipId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { nobodyLeft } from "../leaving/store.ts";
import { Cadence } from "./schema.ts";

/** What the server must know of a pair's rhythm. */
export interface CadenceRow {
  readonly relationship_id: RelationshipId;
  readonly rhythm_days: number | null;
  readonly agreement_agreed: number;
  readonly next_starts_at: Instant | null;
  readonly next_length_minutes: number | null;
  readonly next_time_zone: string | null;
  /** When the next session was last set to another time, for programs that ask whether a calendar has changed. */
  readonly next_set_at: Instant | null;
}

/** One day on which the two met. */
export interface HeldDayRow {
  readonly relationship_id: RelationshipId;
  readonly day: Day;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    cadence: CadenceRow;
    held_day: HeldDayRow;
  }
}

/** The open dates of a pair, for the two alone. */
export async function readCadence(read: Reader, { relationshipId }: OneOfPair): Promise<Cadence> {
  const row = await read
    .selectFrom("cadence")
    .selectAll()
    .where("relationship_id", "=", relationshipId)
    .executeTakeFirst();
  return z.parse(Cadence, {
    rhythmDays: row?.rhythm_days ?? null,
    agreementAgreed: row?.agreement_agreed === 1,
    nextSession:
      !row || row.next_starts_at === null
        ? null
        : { startsAt: row.next_starts_at, lengthMinutes: row.next_length_minutes, timeZone: row.next_time_zone },
    heldOn: await heldDays(read, relationshipId),
  });
}

/** The days on which a pair met, in their order. */
export async function heldDays(read: Reader, relationshipId: RelationshipId): Promise<ReadonlyArray<Day>> {
  const rows = await read
    .selectFrom("held_day")
    .select("day")
    .where("relationship_id", "=", relationshipId)
    .orderBy("day")
    .execute();
  return rows.map(({ day }) => day);
}

/** Writes the open dates of a pair as a whole; `nextSetAt` where the next session is another one now. Writing the same again changes nothing. */
export async function writeCadence(
  writer: Writer,
  { relationshipId }: OneOfPair,
  cadence: Cadence,
  nextSetAt: Instant | undefined,
): Promise<void> {
  const values = {
    ...(nextSetAt === undefined ? {} : { next_set_at: nextSetAt }),
    rhythm_days: cadence.rhythmDays,
    agreement_agreed: cadence.agreementAgreed ? 1 : 0,
    next_starts_at: cadence.nextSession?.startsAt ?? null,
    next_length_minutes: cadence.nextSession?.lengthMinutes ?? null,
    next_time_zone: cadence.nextSession?.timeZone ?? null,
  };
  await writer
    .insertInto("cadence")
    .values({ relationship_id: relationshipId, next_set_at: null, ...values })
    .onConflict((clash) => clash.column("relationship_id").doUpdateSet(values))
    .execute();
  await writer.deleteFrom("held_day").where("relationship_id", "=", relationshipId).execute();
  if (cadence.heldOn.length > 0)
    await writer
      .insertInto("held_day")
      .values(cadence.heldOn.map((day) => ({ relationship_id: relationshipId, day })))
      .execute();
}

/** Whom a reminder of a session goes to, and when the session is now; `undefined` where the pair is no longer live. */
export async function findReminder(read: Reader, relationshipId: RelationshipId, to: AccountId) {
  return read
    .selectFrom("relationship")
    .innerJoin("cadence", "cadence.relationship_id", "relationship.id")
    .innerJoin("account as addressee", (join) => join.on("addressee.id", "=", to))
    .innerJoin("account as other", (join) =>
      join.on((on) =>
        on.or([
          on.and([
            on("relationship.mentee_account_id", "=", to),
            on("other.id", "=", on.ref("relationship.mentor_account_id")),
          ]),
          on.and([
            on("relationship.mentor_account_id", "=", to),
            on("other.id", "=", on.ref("relationship.mentee_account_id")),
          ]),
        ]),
      ),
    )
    .select([
      "addressee.name",
      "addressee.email",
      "other.name as other_name",
      "cadence.next_starts_at",
      "cadence.next_time_zone",
    ])
    .where("relationship.id", "=", relationshipId)
    .where("relationship.state", "=", "live")
    .where(nobodyLeft("relationship.id"))
    .executeTakeFirst();
}

/** Whom to help to a first date: one of a live pair that has neither met nor a date; `undefined` where that is not so any more. */
export async function findWithoutDate(read: Reader, relationshipId: RelationshipId, to: AccountId) {
  return read
    .selectFrom("relationship")
    .leftJoin("cadence", "cadence.relationship_id", "relationship.id")
    .leftJoin("held_day", "held_day.relationship_id", "relationship.id")
    .innerJoin("account as mentee", "mentee.id", "relationship.mentee_account_id")
    .innerJoin("account as mentor", "mentor.id", "relationship.mentor_account_id")
    .select(["mentee.id as mentee_id", "mentee.name as mentee_name", "mentee.email as mentee_email"])
    .select(["mentor.id as mentor_id", "mentor.name as mentor_name", "mentor.email as mentor_email"])
    .where("relationship.id", "=", relationshipId)
    .where("relationship.state", "=", "live")
    .where(nobodyLeft("relationship.id"))
    .where("cadence.next_starts_at", "is", null)
    .where("held_day.day", "is", null)
    .executeTakeFirst()
    .then((row) => {
      if (row?.mentee_id === to) return { name: row.mentee_name, email: row.mentee_email, otherName: row.mentor_name };
      if (row?.mentor_id === to) return { name: row.mentor_name, email: row.mentor_email, otherName: row.mentee_name };
      return undefined;
    });
}
