/** A mail that its reader may want later, or not at all: asked for at the door, each time its job is due. */
import type { Instant } from "../../values/instant.ts";
import type { App } from "../app.ts";
import type { Writer } from "../database/database.ts";
import { type JobRow, putOff } from "../jobs/table.ts";
import type { Mail, Mailer } from "./mailer.ts";

/** What the door says: go, go later, or do not go. */
export type AtTheDoor = "now" | "never" | Instant;

/** Sends a mail, or puts its job off; true where it went out. A job that was put off asks again whether it still holds. */
export async function sendIfWanted(
  app: App,
  mailer: Mailer,
  job: JobRow,
  ask: (writer: Writer) => Promise<AtTheDoor>,
  mail: Omit<Mail, "effectKey">,
): Promise<boolean> {
  const when = await app.db.write(ask);
  if (when === "never") return false;
  if (when !== "now") {
    await app.db.write((writer) => putOff(writer, app.chance, app.clock(), job, when));
    return false;
  }
  await mailer.send({ ...mail, effectKey: job.effect_key });
  return true;
}
