/** Mails as their addressees find them: the files that the server lays into its outbox while no SMTP is set. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** One mail. */
export interface Mail {
  readonly file: string;
  readonly to: string;
  readonly subject: string;
  /** As it is read, without the encoding of its way. */
  readonly text: string;
}

/** The address of the first link to Oakroom in a mail. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (link === undefined) throw new Error(`no link in the mail "${mail.subject}"`);
  return link;
}

/** The token that a link carries behind its #. */
export function tokenOf(link: string): string {
  const token = /#t=([\w-]{43})$/.exec(link)?.[1];
  if (token === undefined) throw new Error("no token in this link");
  return token;
}

/** The six digits in a mail. */
export function codeIn(mail: Mail): string {
  return /Your code: (\d{3}) (\d{3})/.exec(mail.text)?.slice(1).join("") ?? "";
}

function decoded(words: string): string {
  return words
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : unquoted(text.replaceAll("_", " ")),
    );
}

function unquoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function read(folder: string, file: string): Mail {
  const whole = readFileSync(join(folder, file), "latin1").replaceAll("\r\n", "\n");
  const [head = "", ...rest] = whole.split("\n\n");
  const headers = head.replaceAll(/\n\s+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1] ?? "";
  const body = rest.join("\n\n");
  const isQuoted = /quoted-printable/i.test(whole);
  const isBase64 = /base64/i.test(header("content-transfer-encoding"));
  const text = isBase64
    ? Buffer.from(body, "base64").toString("utf8")
    : isQuoted
      ? unquoted(body)
      : Buffer.from(body, "latin1").toString("utf8");
  return { file, to: header("to").replace(/^.*<|>$/g, ""), subject: decoded(header("subject")), text };
}

const patienceMs = 40_000;

/** A data folder's outbox. */
export class Outbox {
  readonly #folder: string;
  readonly #read = new Map<string, Mail>();
  readonly #taken = new Set<string>();

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "outbox");
  }

  /** Every mail so far. */
  all(): ReadonlyArray<Mail> {
    const files = existsSync(this.#folder) ? readdirSync(this.#folder).filter((file) => file.endsWith(".eml")) : [];
    for (const file of files) if (!this.#read.has(file)) this.#read.set(file, read(this.#folder, file));
    return [...this.#read.values()];
  }

  /** Waits for a mail that nobody has taken yet, and takes it. `about` is a part of its subject. */
  async take(to: string, about: string): Promise<Mail> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const found = this.all().find(
        (mail) =>
          mail.to.toLowerCase() === to.toLowerCase() && mail.subject.includes(about) && !this.#taken.has(mail.file),
      );
      if (found) {
        this.#taken.add(found.file);
        return found;
      }
      if (Date.now() > until) throw new Error(`no mail "${about}" came to ${to}`);
      await wait(20);
    }
  }
}
