/** Joining a programme: after the profile and the keys. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../values/id.ts";
import { operation } from "../../../values/operation.ts";

/** Takes part from now on. Again changes nothing. */
export const Enrol = operation({
  id: "enrol",
  method: "POST",
  path: "/programmes/:programmeId/me/enrol",
  summary: "Take part in a programme, once profile and keys are there",
  params: z.strictObject({ programmeId: ProgrammeId }),
  refusals: ["profile-incomplete", "keys-missing", "finished"],
});
