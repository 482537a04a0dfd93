/** Tells every address of an account, and whoever shares an open room, that somebody began anew in its name, or that this was cancelled. */
import * as z from "zod/mini";
import type { App } from "../../../../../server/app.ts";
import type { Writer } from "../../../../../server/database/database.ts";
import type { JobKind } from "../../../../../server/jobs/queue.ts";
import { addJobs, readPayload } from "../../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../../server/mail/mailer.ts";
import { type AccountId, LogId } from "../../../../../values/id.ts";
import type { Instant } from "../../../../../values/instant.ts";
import { addressesOf } from "../../../../programme/addresses/store.ts";
import { partnersOf } from "./store.ts";
import { begunMail, cancelledMail, partnerCancelledMail, partnerMail } from "./text.ts";

const kind = "keys-anew-mail";
const Payload = z.discriminatedUnion("what", [
  z.strictObject({ what: z.enum(["begun", "cancelled"]), email: z.string(), name: z.string() }),
  z.strictObject({
    what: z.literal("partner-cancelled"),
    email: z.string(),
    name: z.string(),
    other: z.string(),
  }),
  z.strictObject({ what: z.literal("partner"), email: z.string(), name: z.string(), other: z.string(), room: LogId }),
]);
type Payload = z.infer<typeof Payload>;

/** Lays down a mail for each address that the account has now: whoever changes them afterwards is too late. */
export async function addAnewMails(
  writer: Writer,
  { chance }: Pick<App, "chance">,
  {
    accountId,
    what,
    now,
  }: { readonly accountId: AccountId; readonly what: "begun" | "cancelled"; readonly now: Instant },
): Promise<void> {
  const addresses = await addressesOf(writer, accountId);
  const other = addresses[0]?.name ?? "";
  const partners = await partnersOf(writer, accountId);
  const payloads: ReadonlyArray<Payload> = [
    ...addresses.map(({ email, name }) => ({ what, email, name })),
    ...partners.map(({ email, name, room }) =>
      what === "begun"
        ? { what: "partner" as const, email, name, other, room }
        : { what: "partner-cancelled" as const, email, name, other },
    ),
  ];
  const jobs = payloads.map((payload) => ({ kind, effectKey: `${kind}:${chance.id()}`, payload, runAt: now }));
  await addJobs(writer, chance, now, jobs);
}

/** The jobs of beginning anew. */
export function anewJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind,
      async run(job) {
        const payload = readPayload(Payload, job.payload);
        await mailer.send({ to: payload.email, effectKey: job.effect_key, ...mailOf(payload, app.config.origin) });
      },
    },
  ];
}

function mailOf(payload: Payload, origin: string) {
  const { name } = payload;
  if (payload.what === "partner") return partnerMail(name, payload.other, `${origin}/rooms/${payload.room}/words`);
  if (payload.what === "partner-cancelled") return partnerCancelledMail(name, payload.other);
  return payload.what === "begun" ? begunMail(name, `${origin}/keys`) : cancelledMail(name);
}
