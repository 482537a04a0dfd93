/** `verify FILE`: checks words that were handed over, beside any server and without one. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { longestRelease } from "../vault/files/limits.ts";
import { openRelease, type ReleaseShown } from "../vault/files/releasing.ts";
import { identityAs, refusedText, releaseText } from "../vault/files/text.ts";
import type { Command, CommandIo } from "./command.ts";
import { misuse, refusal } from "./failure.ts";
import { readFlags } from "./flags.ts";
import { codeOf } from "../values/error-code.ts";

/** Opens a release as the page `/verify` does. Nothing is sent, and no database is opened. */
export const verify: Command = {
  name: "verify",
  usage: "FILE [--identity IDENTITY]",
  summary: "Check words that were handed over: who signed them, when, and what they are",
  async run(args, io) {
    const { flags, words } = readFlags(args, { identity: "text" }, "verify");
    const [name] = words;
    if (!name || words.length > 1)
      throw misuse("verify needs one file, for example: npm run oakroom -- verify words.oakroom");
    const file = await readRelease(resolve(io.folder, name));
    const shown = await openRelease(file, await passphraseOf(io), identityAs(flags.identity ?? ""));
    if (typeof shown === "string") throw refusal(refusedText(shown));
    for (const line of linesOf(shown)) io.out(line);
    return 0;
  },
};

async function passphraseOf({ env, ask }: CommandIo): Promise<string> {
  const passphrase = env["OAKROOM_PASSPHRASE"] ?? (await ask?.("The passphrase of the file:", { isSecret: true }));
  if (!passphrase) throw misuse("verify needs the passphrase of the file: type it, or put it into OAKROOM_PASSPHRASE.");
  return passphrase;
}

async function readRelease(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > longestRelease) throw refusal(refusedText("no-file"));
    return new Uint8Array(bytes);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") throw refusal(`There is no file ${path}.`);
    if (code === "EISDIR") throw refusal(`${path} is a folder. Name the file that you were given.`);
    if (code === "EACCES" || code === "EPERM") throw refusal(`${path} may not be read by this user.`);
    throw error;
  }
}

const written = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long", timeStyle: "short" });

function linesOf({ result, identity, at, how, to, words }: ReleaseShown): ReadonlyArray<string> {
  const isKnown = result === "authentic";
  return [
    `${isKnown ? releaseText.authentic : releaseText.unknown}. ${isKnown ? releaseText.authenticLine : releaseText.unknownLine}`,
    `${releaseText.signedBy} ${identity}`,
    printable(`${releaseText.said(`${written.format(at)} UTC`)} ${releaseText.yes[how]} ${releaseText.to(to)}`),
    ...words.flatMap((each) => ["", ...each.split("\n").map((line) => `  ${printable(line)}`)]),
  ];
}

/** What somebody wrote, without signs that would move a terminal's cursor, change its colours or turn the line around. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (sign) =>
    sign === "\t" ? sign : "\uFFFD",
  );
}
