/** The first start: a one-time link lets whoever installed Oakroom make the first programme and become its manager. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { FirstManager, FirstProgramme, programmeRefusals } from "../schema.ts";

/** The token of a set-up link: 43 signs of base64url. */
export const SetUpToken = z.string().check(z.regex(/^[\w-]{43}$/));

/** Asks, before anything is typed, whether the link still works, and where a mail is out. Changes nothing. */
export const CheckSetUp = operation({
  id: "checkSetUp",
  method: "POST",
  path: "/set-up/check",
  summary: "Whether a set-up link can still be used",
  body: z.strictObject({ token: SetUpToken }),
  answer: z.object({
    /** To whom six digits are on their way that this browser asked for; null where none are. */
    asked: z.nullable(z.object({ name: z.string(), email: z.string() })),
    /** False where no mail server is set: then the mail lies in the outbox of the data folder. */
    goesOut: z.boolean(),
  }),
  refusals: ["no-longer-valid"],
});

/**
 * Makes organisation, programme and manager at once, and signs the manager in. The link ends with it. Where a mail
 * server is set, the manager's address has to be confirmed before.
 */
export const SetUp = operation({
  id: "setUp",
  method: "POST",
  path: "/set-up",
  summary: "Set Oakroom up, once",
  body: z.strictObject({
    token: SetUpToken,
    programmeId: ProgrammeId,
    manager: FirstManager,
    programme: FirstProgramme,
  }),
  answer: z.object({ programmeId: ProgrammeId }),
  refusals: ["no-longer-valid", "address-not-confirmed", ...programmeRefusals],
});
