/** What follows an erased account: the other people of its pairs are told, and mails that lie as files are forgotten. */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import type { App } from "../../../../server/app.ts";
import type { Chance } from "../../../../server/chance.ts";
import type { Writer } from "../../../../server/database/database.ts";
import type { JobKind } from "../../../../server/jobs/queue.ts";
import { addJobs, readPayload } from "../../../../server/jobs/table.ts";
import type { Mailer } from "../../../../server/mail/mailer.ts";
import { AccountId, RelationshipId, roomOf } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { firstLook } from "../../../room/log/erasing/keeping/rules.ts";
import { dropRoom } from "../../../room/log/erasing/schema.ts";
import { findPartner } from "../../relationships/store.ts";
import { leftMail } from "../text.ts";
import type { Erased } from "./store.ts";

const kinds = { left: "pair-left", forget: "forget-mails" } as const;
const Left = z.strictObject({ relationshipId: RelationshipId, to: AccountId });
const Forget = z.strictObject({ named: z.array(z.string()) });

/**
 * Lays down what follows, in the transaction that erases. What a job holds is erased once it is done. No mail says goodbye to the
 * address itself: until a mail server takes it, a job would hold the address, for days where none answers; and where mails lie as
 * files, the last one would be the place where it is still found. The page after erasing says what a mail would.
 */
export async function addErasedJobs(
  writer: Writer,
  chance: Chance,
  now: Instant,
  erased: Erased,
  endedRoomDays: number | undefined,
): Promise<void> {
  const named: z.input<typeof Forget> = { named: [erased.name, ...erased.addresses] };
  await addJobs(writer, chance, now, [
    { kind: kinds.forget, effectKey: `${kinds.forget}:${chance.id()}`, payload: named, runAt: now },
    ...erased.left.map(({ relationshipId, other: to }) => ({
      kind: kinds.left,
      effectKey: `${kinds.left}:${relationshipId}`,
      payload: { relationshipId, to },
      runAt: now,
    })),
    ...erased.left.map(({ relationshipId }) => dropRoom(roomOf(relationshipId), firstLook(now, endedRoomDays))),
  ]);
}

/** The jobs of erased accounts. */
export function erasedJobs(app: App, mailer: Mailer): ReadonlyArray<JobKind> {
  return [
    {
      kind: kinds.left,
      async run(job) {
        const { relationshipId, to } = readPayload(Left, job.payload);
        const found = await findPartner(app.db.read, relationshipId, to);
        if (found && found.email !== "")
          await mailer.send({ to: found.email, effectKey: job.effect_key, ...leftMail(found.name) });
      },
    },
    {
      kind: kinds.forget,
      run: (job) => forgetMails(join(app.config.dataFolder, "outbox"), readPayload(Forget, job.payload).named),
    },
  ];
}

/** Removes every mail that lies as a file and names somebody. Where mail goes out by SMTP there is no such file. */
async function forgetMails(folder: string, named: ReadonlyArray<string>): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
    const text = (await readFile(join(folder, file), "utf8")).toLowerCase();
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (named.some((one) => text.includes(one.toLowerCase()))) await rm(join(folder, file), { force: true });
  }
}
