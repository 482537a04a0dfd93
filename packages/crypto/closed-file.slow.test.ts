import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { closeFile, fromHex, hex, openClosedFile, utf8 } from "./index.ts";
import { encode } from "./cbor.ts";
import { tagged } from "./domain.ts";
import { type Bytes, join } from "./values.ts";

interface FileVectors {
  readonly passphrase: string;
  readonly content: string;
  readonly release: string;
  readonly keepsake: string;
}

/** Frozen: files that lie with people have to open for good. */
const frozen = JSON.parse(readFileSync(new URL("./vectors/file-v1.json", import.meta.url), "utf8")) as FileVectors;
const { passphrase } = frozen;
const release = fromHex(frozen.release);

/** A file with a head of one's own; nothing behind it has to open. */
const withHead = (head: Bytes): Bytes => join(tagged("file"), Uint8Array.of(head.length), head, new Uint8Array(40));
const asking = (params: ReadonlyArray<number>, use = 1) => withHead(encode([1, use, params, new Uint8Array(16)]));

test("closed files open with their passphrase, for their own use alone", async () => {
  const opened = await openClosedFile("release", release, `  ${passphrase.replaceAll(" ", "  ")} `);
  expect(typeof opened === "object" && hex(opened.content)).toBe(frozen.content);
  const kept = await openClosedFile("keepsake", fromHex(frozen.keepsake), passphrase);
  expect(typeof kept === "object" && hex(kept.content)).toBe(frozen.content);
  expect(await openClosedFile("keepsake", release, passphrase)).toBe("other-use");
});

test("a wrong passphrase and any changed byte open nothing", async () => {
  expect(await openClosedFile("release", release, `${passphrase}s`)).toBe("wrong-passphrase");
  const last = release.with(release.length - 1, (release.at(-1) ?? 0) ^ 1);
  expect(await openClosedFile("release", last, passphrase)).toBe("wrong-passphrase");
  const salt = tagged("file").length + 20;
  expect(await openClosedFile("release", release.with(salt, (release[salt] ?? 0) ^ 1), passphrase)).toBe(
    "wrong-passphrase",
  );
  expect(await openClosedFile("release", utf8("a letter"), passphrase)).toBe("no-file");
});

test.each([
  ["a cheaper derivation", asking([8, 1, 1]), "kdf-below-floor"],
  ["one that stalls the device", asking([2_000_000, 3, 1]), "kdf-above-ceiling"],
  ["no derivation", asking([]), "malformed"],
  ["another use", asking([65_536, 3, 1], 3), "other-use"],
  ["another suite", withHead(encode([2, 1, [65_536, 3, 1], new Uint8Array(16)])), "unknown-suite"],
])("a file that asks for %s is refused", async (_, file, word) => {
  expect(await openClosedFile("release", file, passphrase)).toBe(word);
});

test("two files of the same content have nothing in common but their beginning", async () => {
  const again = await closeFile("release", fromHex(frozen.content), passphrase);
  expect(hex(again).slice(-56)).not.toBe(frozen.release.slice(-56));
});
