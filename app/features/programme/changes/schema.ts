/** The log of what managers changed: who, what, about whom, when. It holds no content of any change. */
import * as z from "zod/mini";
import { ChangeId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { changeActs, changeParts } from "./rules.ts";

/** How many entries one page holds. */
export const entriesAPage = 100;

/** Who made a change and what it touched. */
const made = {
  act: z.enum(changeActs),
  /** The settings that it touched, where it is one of settings; empty for such changes of long ago. */
  parts: z.array(z.enum(changeParts)),
  /** The manager's name; empty for the operator, and for somebody whose account is gone. */
  by: z.string(),
  byOperator: z.boolean(),
};

/** One change. */
export const Change = z.object({
  changeId: ChangeId,
  madeAt: Instant,
  ...made,
  /** The first few it is about, by name. */
  about: z.array(z.string()),
  /** How many more it is about. */
  others: z.int(),
});
/** One change. */
export type Change = z.infer<typeof Change>;

/** A change that concerns the caller. */
export const ChangeAboutMe = z.object({
  changeId: ChangeId,
  madeAt: Instant,
  ...made,
  programmeName: z.string(),
  /** Whether it is about the caller; else it concerns everyone in the programme. */
  aboutMe: z.boolean(),
  /** The manager whom it is about, where it is about one; never another participant. */
  manager: z.string(),
});
/** A change that concerns the caller. */
export type ChangeAboutMe = z.infer<typeof ChangeAboutMe>;

/** All changes of a programme, the newest first, for its managers. */
export const ListChanges = operation({
  id: "listChanges",
  method: "GET",
  path: "/programmes/:programmeId/changes",
  summary: "What managers changed in a programme, the newest first",
  params: z.strictObject({ programmeId: ProgrammeId }),
  /** Goes on behind this entry. */
  query: z.strictObject({ before: z.optional(ChangeId) }),
  answer: z.object({ changes: z.array(Change), more: z.boolean() }),
});

/** What managers changed about the caller, in all programmes, the newest first. */
export const ListChangesAboutMe = operation({
  id: "listChangesAboutMe",
  method: "GET",
  path: "/changes",
  summary: "What managers changed about the caller",
  answer: z.object({ changes: z.array(ChangeAboutMe) }),
});
