/** All SQL of the checklist before the first invitation. It says nothing about a person. */
import type { Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { ManagerOf } from "../../../server/guards/manager.ts";
import type { ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { noteChange } from "../changes/store.ts";
import { countWithoutContact } from "../contacts/offered/store.ts";
import { areContactsReady } from "../contacts/rules.ts";
import { listContacts } from "../contacts/store.ts";
import { readProgramme } from "../programmes/store.ts";
import { launchPoints, type LaunchPoint, refuseLaunch } from "./rules.ts";
import type { Launch } from "./schema.ts";

/** A point that a manager marked as done. */
export interface LaunchPointRow {
  readonly programme_id: ProgrammeId;
  readonly point: LaunchPoint;
  readonly done_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    launch_point: LaunchPointRow;
  }
}

/** Whether a programme is a draft, so that nobody may be invited or suggested to anybody. */
export async function isDraft(read: Reader, programmeId: ProgrammeId): Promise<boolean> {
  const row = await read
    .selectFrom("programme")
    .select("launched_at")
    .where("id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return row.launched_at === null;
}

/** The checklist as it stands. */
export async function readLaunch(read: Reader, programmeId: ProgrammeId): Promise<Launch> {
  const programme = await readProgramme(read, programmeId);
  const rows = await read.selectFrom("launch_point").select("point").where("programme_id", "=", programmeId).execute();
  const marked = new Set(rows.map(({ point }) => point));
  const contacts = await listContacts(read, programmeId);
  const withoutContact = await countWithoutContact(read, programmeId);
  if (areContactsReady(contacts, withoutContact)) marked.add("contacts");
  return {
    programmeName: programme.name,
    isDraft: programme.isDraft,
    done: launchPoints.filter((point) => marked.has(point)),
    contacts: contacts.map(({ name, state }) => ({ name, state })),
    withoutContact,
  };
}

/** Marks a point or takes the mark back; "launched" once the programme is open. */
export async function markPoint(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
  { point, done }: { readonly point: LaunchPoint; readonly done: boolean },
): Promise<"launched" | undefined> {
  const { programmeId } = proof;
  if (!(await isDraft(writer, programmeId))) return "launched";
  const changed = await (done
    ? writer
        .insertInto("launch_point")
        .values({ programme_id: programmeId, point, done_at: now })
        .onConflict((clash) => clash.doNothing())
        .returning("point")
        .executeTakeFirst()
    : writer
        .deleteFrom("launch_point")
        .where("programme_id", "=", programmeId)
        .where("point", "=", point)
        .returning("point")
        .executeTakeFirst());
  if (changed) await noteChange(writer, chance, now, proof, { act: "launch-point-changed" });
  return undefined;
}

/** Opens the programme, where everything is done. */
export async function launchProgramme(
  writer: Writer,
  chance: Chance,
  now: Instant,
  proof: ManagerOf,
): Promise<"not-all-done" | undefined> {
  const launch = await readLaunch(writer, proof.programmeId);
  if (!launch.isDraft) return undefined;
  const refused = refuseLaunch(launch.done);
  if (refused) return refused;
  const opened = await writer
    .updateTable("programme")
    .set({ launched_at: now })
    .where("id", "=", proof.programmeId)
    .where("launched_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (opened) await noteChange(writer, chance, now, proof, { act: "launched" });
  return undefined;
}
