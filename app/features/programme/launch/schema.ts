/** The checklist before the first invitation. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../values/id.ts";
import { operation } from "../../../values/operation.ts";
import { contactStates } from "../contacts/rules.ts";
import { launchPoints, ownPoints } from "./rules.ts";

const inProgramme = z.strictObject({ programmeId: ProgrammeId });

/** The checklist, and whether the programme is open. */
export const ReadLaunch = operation({
  id: "readLaunch",
  method: "GET",
  path: "/programmes/:programmeId/launch",
  summary: "What is done before a programme opens, for its managers",
  params: inProgramme,
  answer: z.object({
    programmeName: z.string(),
    isDraft: z.boolean(),
    done: z.array(z.enum(launchPoints)),
    /** The contacts for concerns, and whether they are ready: at least two are needed, with keys. */
    contacts: z.array(z.object({ name: z.string(), state: z.enum(contactStates) })),
    /** How many people none of them can be offered to. */
    withoutContact: z.int(),
  }),
});
/** The checklist, and whether the programme is open. */
export type Launch = z.infer<typeof ReadLaunch.answer>;

/** Marks a point, or takes the mark back, while the programme is a draft. */
export const MarkLaunchPoint = operation({
  id: "markLaunchPoint",
  method: "PUT",
  path: "/programmes/:programmeId/launch/points",
  summary: "Mark a point of the checklist before a programme opens",
  params: inProgramme,
  body: z.strictObject({ point: z.enum(ownPoints), done: z.boolean() }),
  refusals: ["launched"],
});

/** Opens the programme: from now on people can be invited and suggested to each other. Once more is no error. */
export const LaunchProgramme = operation({
  id: "launchProgramme",
  method: "POST",
  path: "/programmes/:programmeId/launch",
  summary: "Open a programme whose checklist is done",
  params: inProgramme,
  refusals: ["not-all-done"],
});
