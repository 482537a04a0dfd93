/** Reminding whoever has not answered: counts alone, and nobody by name. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { reminderKinds } from "./rules.ts";

const params = z.strictObject({ programmeId: ProgrammeId });

/** One kind of reminder as managers see it. */
export const ReminderState = z.object({
  kind: z.enum(reminderKinds),
  /** Invitations, suggestions or pairs that are open; never how many people have answered. */
  open: z.int(),
  /** From when on it can be sent again; null where it can be now. */
  nextAt: z.nullable(Instant),
});
/** One kind of reminder as managers see it. */
export type ReminderState = z.infer<typeof ReminderState>;

/** What waits for answers. */
export const ReadReminders = operation({
  id: "readReminders",
  method: "GET",
  path: "/programmes/:programmeId/reminders",
  summary: "How many invitations, suggestions and first dates are open, for managers",
  params,
  answer: z.object({ programmeName: z.string(), kinds: z.array(ReminderState) }),
});

/** Sends a mail to each who has not answered; to whom, nobody is told. */
export const Remind = operation({
  id: "remind",
  method: "POST",
  path: "/programmes/:programmeId/reminders",
  summary: "Remind whoever has not answered, by mail",
  params,
  body: z.strictObject({ kind: z.enum(reminderKinds) }),
  refusals: ["too-soon", "nobody", "draft", "finished"],
});
