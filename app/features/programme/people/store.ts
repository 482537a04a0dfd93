/** People of a programme in the database. */
import { sql } from "kysely";
import * as z from "zod/mini";
import type { Database, Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { ParticipantRow } from "../../../server/guards/tables.ts";
import type { ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { Roles } from "../../../values/role.ts";
import { hasFinished } from "../finish/rules.ts";
import type { Facts } from "./import/rules.ts";
import type { PeopleList } from "./schema.ts";

/** The columns of facts, as they are stored. */
export function factsOf(
  facts: Facts,
): Pick<ParticipantRow, "name" | "roles" | "team" | "site" | "level" | "manager_email"> {
  return {
    name: facts.name,
    roles: JSON.stringify(facts.roles),
    team: facts.team,
    site: facts.site,
    level: facts.level,
    manager_email: facts.managerEmail,
  };
}

/** Lets one at a time add people to a programme or change their addresses. On SQLite there is only one writer anyway. Rows that refer to the programme do not wait for it. */
export async function lockPeople(writer: Writer, engine: Database["engine"], programmeId: ProgrammeId): Promise<void> {
  if (engine === "sqlite") return;
  await writer
    .selectFrom("programme")
    .select("id")
    .where("id", "=", programmeId)
    .modifyEnd(sql`for no key update`)
    .execute();
}

/** All people of a programme. */
export async function listPeople(read: Reader, { programmeId }: ManagerOf, now: Instant): Promise<PeopleList> {
  const programme = await read
    .selectFrom("programme")
    .select(["name", "launched_at", "finishes_at", "leaving_days"])
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  const rows = await read
    .selectFrom("participant")
    .select(["id", "name", "call_name", "email", "roles", "state", "team", "site"])
    .where("programme_id", "=", programmeId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const open = await read
    .selectFrom("invitation")
    .select(["participant_id", "expires_at"])
    .where("programme_id", "=", programmeId)
    .where("used_at", "is", null)
    .where("replaced_at", "is", null)
    .execute();
  const until = new Map(open.map((row) => [row.participant_id, row.expires_at]));
  const people = rows.map((row) => ({
    id: row.id,
    name: row.name,
    callName: row.call_name ?? "",
    email: row.email,
    roles: readRoles(row.roles),
    state: row.state,
    team: row.team ?? "",
    site: row.site ?? "",
    invitedUntil: until.get(row.id) ?? 0,
  }));
  return {
    programmeName: programme.name,
    isDraft: programme.launched_at === null,
    hasFinished: hasFinished(programme.finishes_at, now),
    leavingDays: programme.leaving_days,
    people,
  };
}

/** Roles as they are stored. */
export function readRoles(text: string): Roles {
  return z.parse(Roles, JSON.parse(text));
}
