/** Programmes in the database. */
import * as z from "zod/mini";
import type { Chance } from "../../../server/chance.ts";
import type { Reader, Writer } from "../../../server/database/database.ts";
import type { PairState } from "../../../server/guards/pair.ts";
import type { ParticipantState } from "../../../server/guards/tables.ts";
import { Day } from "../../../values/day.ts";
import { type AccountId, OrganisationId, type ParticipantId, type ProgrammeId } from "../../../values/id.ts";
import type { Instant } from "../../../values/instant.ts";
import { usualLeavingDays } from "../leaving/rules.ts";
import { type Timing, usualSuggestionDays, type Variant } from "./rules.ts";
import {
  Contacts,
  type FirstProgramme,
  type ProgrammeCounts,
  type ProgrammeFacts,
  type ProgrammeSettings,
} from "./schema.ts";

/** Whoever runs this server for its people; one row. */
export interface OrganisationRow {
  readonly id: OrganisationId;
  readonly name: string;
  readonly created_at: Instant;
}

/** One programme. */
export interface ProgrammeRow {
  readonly id: ProgrammeId;
  readonly organisation_id: OrganisationId;
  readonly name: string;
  readonly kind: "cohort" | "rolling";
  /** First and last day of a cohort. */
  readonly starts_on: Day | null;
  readonly ends_on: Day | null;
  /** When a manager declared that everyone who takes part is of age. */
  readonly adults_declared_at: Instant;
  readonly confidentiality_variant: Variant;
  /** The programme's own words beside the fixed core; may be empty. */
  readonly confidentiality_wording: string;
  /** JSON of `Contacts`. */
  readonly contacts: string;
  /** 1 where silent pairs are offered "you might like a word". */
  readonly may_like_a_word: 0 | 1;
  /** For how many days suggestions of it are open. */
  readonly suggestion_days: number;
  /** For how many days the rooms of whoever leaves wait. */
  readonly leaving_days: number;
  /** When its managers opened it; a draft until then (programme/launch). */
  readonly launched_at: Instant | null;
  /** From when on it has ended; nothing where no end is set (programme/finish). */
  readonly finishes_at: Instant | null;
  /** The programme that it was made from (programme/next). */
  readonly follows: ProgrammeId | null;
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

declare module "../../../server/database/tables.ts" {
  interface Tables {
    organisation: OrganisationRow;
    programme: ProgrammeRow;
  }
}

const days = (timing: Timing) =>
  timing.kind === "cohort"
    ? { starts_on: timing.startsOn, ends_on: timing.endsOn }
    : { starts_on: null, ends_on: null };

/** True once somebody manages a programme here: the set-up is done. */
export async function isSetUp(read: Reader): Promise<boolean> {
  return (await read.selectFrom("programme_manager").select("account_id").limit(1).executeTakeFirst()) !== undefined;
}

/** The organisation's name; `undefined` until the set-up is done. */
export async function readOrganisation(read: Reader): Promise<string | undefined> {
  const row = await read.selectFrom("organisation").select("name").orderBy("created_at").limit(1).executeTakeFirst();
  return row?.name;
}

/** Gives the organisation another name. */
export async function renameOrganisation(writer: Writer, name: string): Promise<void> {
  await writer.updateTable("organisation").set({ name }).execute();
}

/** A new programme with its first manager. */
export interface NewProgramme {
  readonly id: ProgrammeId;
  readonly managerId: AccountId;
  readonly programme: FirstProgramme;
  /** True where whoever makes it declares that its checklist is done; else it is a draft. */
  readonly isPrepared?: boolean;
}

/** Keeps a new programme, and the organisation where it is the first. */
export async function insertProgramme(
  writer: Writer,
  chance: Chance,
  now: Instant,
  { id, managerId, programme, isPrepared = false }: NewProgramme,
): Promise<void> {
  const known = await writer.selectFrom("organisation").select("id").limit(1).executeTakeFirst();
  const organisationId = known?.id ?? OrganisationId.parse(chance.id());
  if (!known)
    await writer
      .insertInto("organisation")
      .values({ id: organisationId, name: programme.organisation, created_at: now })
      .execute();
  await writer
    .insertInto("programme")
    .values({
      id,
      organisation_id: organisationId,
      name: programme.name,
      kind: programme.timing.kind,
      ...days(programme.timing),
      adults_declared_at: now,
      confidentiality_variant: programme.variant,
      confidentiality_wording: "",
      contacts: JSON.stringify(programme.contacts),
      may_like_a_word: 1,
      suggestion_days: usualSuggestionDays,
      leaving_days: usualLeavingDays,
      launched_at: isPrepared ? now : null,
      finishes_at: null,
      follows: null,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await addManager(writer, now, id, managerId);
}

/** Makes somebody a manager of a programme; once more is no error. */
export async function addManager(
  writer: Writer,
  now: Instant,
  programmeId: ProgrammeId,
  accountId: AccountId,
): Promise<void> {
  await writer
    .insertInto("programme_manager")
    .values({ programme_id: programmeId, account_id: accountId, created_at: now })
    .onConflict((clash) => clash.columns(["programme_id", "account_id"]).doNothing())
    .execute();
}

/** All programmes by name, for commands. */
export async function listProgrammes(
  read: Reader,
): Promise<ReadonlyArray<{ readonly id: ProgrammeId; readonly name: string }>> {
  return read.selectFrom("programme").select(["id", "name"]).orderBy("created_at").execute();
}

/** What everyone in a programme may know of it, and the switch that managers see beside it. Throws where there is none: a guard has proven it. */
export async function readProgramme(
  read: Reader,
  programmeId: ProgrammeId,
): Promise<
  ProgrammeFacts &
    Pick<ProgrammeSettings, "mayLikeAWord" | "suggestionDays" | "leavingDays"> & {
      readonly isDraft: boolean;
      readonly finishesAt: Instant | null;
      readonly isNext: boolean;
    }
> {
  const row = await read
    .selectFrom("programme")
    .innerJoin("organisation", "organisation.id", "programme.organisation_id")
    .selectAll("programme")
    .select("organisation.name as organisation_name")
    .where("programme.id", "=", programmeId)
    .executeTakeFirstOrThrow();
  return {
    programmeId,
    name: row.name,
    organisation: row.organisation_name,
    timing:
      row.starts_on !== null && row.ends_on !== null
        ? { kind: "cohort", startsOn: row.starts_on, endsOn: row.ends_on }
        : { kind: "rolling" },
    variant: row.confidentiality_variant,
    wording: row.confidentiality_wording,
    contacts: z.parse(Contacts, JSON.parse(row.contacts)),
    mayLikeAWord: row.may_like_a_word === 1,
    suggestionDays: row.suggestion_days,
    leavingDays: row.leaving_days,
    isDraft: row.launched_at === null,
    finishesAt: row.finishes_at,
    isNext: row.follows !== null,
  };
}

/** Changes a programme's settings. */
export async function changeProgramme(
  writer: Writer,
  now: Instant,
  programmeId: ProgrammeId,
  settings: ProgrammeSettings,
): Promise<void> {
  await writer
    .updateTable("programme")
    .set({
      name: settings.name,
      kind: settings.timing.kind,
      ...days(settings.timing),
      confidentiality_variant: settings.variant,
      confidentiality_wording: settings.wording,
      contacts: JSON.stringify(settings.contacts),
      may_like_a_word: settings.mayLikeAWord ? 1 : 0,
      suggestion_days: settings.suggestionDays,
      leaving_days: settings.leavingDays,
      updated_at: now,
    })
    .where("id", "=", programmeId)
    .execute();
}

/** How many people and pairs stand where. What is suggested to `own`, a manager who takes part, is not counted: they could tell from it what the other said. */
export async function countStates(
  read: Reader,
  programmeId: ProgrammeId,
  own: ParticipantId | undefined,
): Promise<ProgrammeCounts> {
  const counted = async (table: "participant" | "relationship") => {
    const rows = await read
      .selectFrom(table)
      .select((row) => ["state", row.fn.countAll<number>().as("many")])
      .where("programme_id", "=", programmeId)
      .groupBy("state")
      .execute();
    return (state: ParticipantState | PairState) => rows.find((row) => row.state === state)?.many ?? 0;
  };
  const people = await counted("participant");
  const pairs = await counted("relationship");
  const proposals = await countOpen(read, programmeId, own);
  const left = await countLeft(read, programmeId);
  const staying = (state: "live" | "paused") => pairs(state) - (left.get(state) ?? 0);
  return {
    people: {
      added: people("added"),
      invited: people("invited"),
      enrolled: people("enrolled"),
      paused: people("paused"),
      aside: people("aside"),
      left: people("left"),
    },
    pairs: {
      proposed: proposals,
      live: staying("live"),
      paused: staying("paused"),
      leaving: (left.get("live") ?? 0) + (left.get("paused") ?? 0),
      ended: pairs("ended"),
    },
  };
}

/** How many suggestions to others are open. */
async function countOpen(read: Reader, programmeId: ProgrammeId, own: ParticipantId | undefined): Promise<number> {
  const open = read
    .selectFrom("proposal")
    .select((row) => row.fn.countAll<number>().as("many"))
    .where("programme_id", "=", programmeId)
    .where("state", "=", "open");
  const others = own === undefined ? open : open.where("mentee_id", "!=", own).where("mentor_id", "!=", own);
  return (await others.executeTakeFirstOrThrow()).many;
}

/** How many pairs that somebody left stand in which state until their day. */
async function countLeft(read: Reader, programmeId: ProgrammeId): Promise<ReadonlyMap<PairState, number>> {
  const rows = await read
    .selectFrom("relationship")
    .select((row) => ["state", row.fn.countAll<number>().as("many")])
    .where("programme_id", "=", programmeId)
    .where("state", "!=", "ended")
    .where((pair) =>
      pair.exists(
        pair
          .selectFrom("leaving")
          .select("leaving.participant_id")
          .whereRef("leaving.programme_id", "=", "relationship.programme_id")
          .where((left) =>
            left.or([
              left("leaving.participant_id", "=", left.ref("relationship.mentee_id")),
              left("leaving.participant_id", "=", left.ref("relationship.mentor_id")),
            ]),
          ),
      ),
    )
    .groupBy("state")
    .execute();
  return new Map(rows.map(({ state, many }) => [state, many]));
}
