/** All SQL of calendars. A row goes with its account. */
import type { Reader, Writer } from "../../../server/database/database.ts";
import { hashToken } from "../../../server/chance.ts";
import { hashCalendarToken, type HolderOfCalendar } from "../../../server/guards/calendar.ts";
import type { SignedIn } from "../../../server/guards/signed-in.ts";
import { type Instant, minute } from "../../../values/instant.ts";
import { type NextSession, usualWording } from "./rules.ts";
import type { CalendarFeed, CalendarKind } from "./schema.ts";

/** The caller's calendars, without their addresses. */
export async function listCalendars(read: Reader, { accountId }: SignedIn): Promise<CalendarFeed[]> {
  const rows = await read
    .selectFrom("calendar_feed")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("kind", "desc")
    .execute();
  return rows.map(({ kind, wording, with_name, changed_at }) => ({
    kind,
    wording,
    withName: with_name === 1,
    changedAt: changed_at,
  }));
}

/** Gives a calendar of the caller a new address; the earlier one ends. What its entries show stays. */
export async function issueCalendar(
  writer: Writer,
  { accountId }: SignedIn,
  kind: CalendarKind,
  token: string,
  now: Instant,
): Promise<void> {
  const anew = { token_hash: hashCalendarToken(token), changed_at: now };
  await writer
    .insertInto("calendar_feed")
    .values({ account_id: accountId, kind, wording: usualWording, with_name: 0, ...anew })
    .onConflict((clash) => clash.columns(["account_id", "kind"]).doUpdateSet(anew))
    .execute();
}

/** Sets what entries show; false where there is no address. */
export async function changeCalendar(
  writer: Writer,
  { accountId }: SignedIn,
  kind: CalendarKind,
  shown: { readonly wording: string; readonly withName: boolean },
  now: Instant,
): Promise<boolean> {
  const changed = await writer
    .updateTable("calendar_feed")
    .set({ wording: shown.wording, with_name: shown.withName ? 1 : 0, changed_at: now })
    .where("account_id", "=", accountId)
    .where("kind", "=", kind)
    .returning("kind")
    .executeTakeFirst();
  return changed !== undefined;
}

/** Ends an address. */
export async function endCalendar(writer: Writer, { accountId }: SignedIn, kind: CalendarKind): Promise<void> {
  await writer.deleteFrom("calendar_feed").where("account_id", "=", accountId).where("kind", "=", kind).execute();
}

/** The next sessions that are not over, one a living pair; a pair that rests has none. */
export async function nextSessions(
  read: Reader,
  { feed: { account_id: accountId, token_hash: mark } }: HolderOfCalendar,
  now: Instant,
): Promise<ReadonlyArray<NextSession>> {
  const rows = await read
    .selectFrom("relationship as pair")
    .innerJoin("cadence", "cadence.relationship_id", "pair.id")
    .innerJoin("account as other", (join) =>
      join.on((on) =>
        on.or([
          on.and([on("pair.mentee_account_id", "=", accountId), on("other.id", "=", on.ref("pair.mentor_account_id"))]),
          on.and([on("pair.mentor_account_id", "=", accountId), on("other.id", "=", on.ref("pair.mentee_account_id"))]),
        ]),
      ),
    )
    .select(["pair.id", "pair.started_at", "other.name", "cadence.next_set_at"])
    .select(["cadence.next_starts_at", "cadence.next_length_minutes"])
    .where("pair.state", "=", "live")
    .where("cadence.next_starts_at", "is not", null)
    .execute();
  return rows.flatMap((row) => {
    const { next_starts_at: startsAt, next_length_minutes: lengthMinutes } = row;
    if (startsAt === null || lengthMinutes === null || startsAt + lengthMinutes * minute <= now) return [];
    // Another address of the same person has other names for the same entries.
    const uid = hashToken("calendar-entry", `${mark}:${row.id}`).slice(0, 40);
    return [{ uid, startsAt, lengthMinutes, setAt: row.next_set_at ?? row.started_at, otherName: row.name }];
  });
}
