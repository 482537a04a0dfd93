/** Sends mail by SMTP, or lays it down as `.eml` files in the data folder's `outbox/` where no SMTP is set. */
import { createHash } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import nodemailer from "nodemailer";
import type { Config } from "../config.ts";
import { makeFolder } from "../folder.ts";

/** A mail of plain text. It carries no content of a room. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The key of the effect: becomes the Message-ID, so that a mail that was sent twice is seen to be one. */
  readonly effectKey: string;
  /** A calendar entry to go with it. */
  readonly calendar?: string;
}

/** Sends a mail; throws where the server does not take it. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** "smtp", or "outbox" where mails become files. */
  readonly way: "smtp" | "outbox";
  close(): void;
}

/**
 * Sends a mail to each address of one person. Throws where no address takes it; where one does, it has come: a mailbox that is closed
 * keeps nothing from the other.
 */
export async function sendToEach(
  mailer: Pick<Mailer, "send">,
  addresses: ReadonlyArray<string>,
  mail: Omit<Mail, "to">,
): Promise<void> {
  const failed: Array<unknown> = [];
  for (const [place, to] of addresses.entries()) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- two at most, one after the other
      await mailer.send({ ...mail, to, effectKey: `${mail.effectKey}:${place}` });
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0 && failed.length === addresses.length) throw failed[0];
}

const patienceMs = 15_000;

/** The mailer that the settings ask for. A mail server that is silent for `timeoutMs` does not take the mail. */
export function makeMailer(
  config: Pick<Config, "smtpUrl" | "mailFrom" | "dataFolder" | "origin">,
  timeoutMs = patienceMs,
): Mailer {
  return config.smtpUrl ? smtpMailer(config, config.smtpUrl, timeoutMs) : outboxMailer(config);
}

function smtpMailer(config: Pick<Config, "mailFrom" | "origin">, url: string, timeoutMs: number): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    way: "smtp",
    async send(mail) {
      await transport.sendMail(message(config, mail));
    },
    close: () => transport.close(),
  };
}

/** A key that is too long for the name of a file ends in its hash, or mails of one effect to two addresses would be one file. */
function fileName(effectKey: string): string {
  const name = effectKey.replaceAll(/[^\w-]+/g, "-");
  if (name.length <= 120) return name;
  return `${name.slice(0, 100)}-${createHash("sha256").update(effectKey).digest("hex").slice(0, 16)}`;
}

function outboxMailer(config: Pick<Config, "mailFrom" | "dataFolder" | "origin">): Mailer {
  const folder = join(config.dataFolder, "outbox");
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: "unix" as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    way: "outbox",
    async send(mail) {
      const made = await transport.sendMail(message(config, mail));
      makeFolder(folder);
      const file = join(folder, `${fileName(mail.effectKey)}.eml`);
      if (!Buffer.isBuffer(made.message)) throw new Error("the mail was not made in one piece");
      writeFileSync(`${file}.part`, made.message, { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    close: () => undefined,
  };
}

function message(config: Pick<Config, "mailFrom" | "origin">, mail: Mail) {
  return {
    from: config.mailFrom,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.effectKey.replaceAll(/[^\w.-]+/g, "-")}@${new URL(config.origin).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    ...(mail.calendar ? { icalEvent: { method: "PUBLISH", content: mail.calendar, filename: "session.ics" } } : {}),
  };
}
