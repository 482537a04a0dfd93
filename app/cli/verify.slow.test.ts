import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ReleaseAnswered, ReleaseAsked } from "../features/room/releases/schema.ts";
import { eventOf } from "../features/room/state/schema.ts";
import { packRelease } from "../vault/files/releasing.ts";
import { note, roomOf } from "../vault/testing/people.ts";
import { settled, World } from "../vault/testing/world.ts";
import { closeFile } from "@oakroom/crypto";
import { ran } from "./testing.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Ingrid's words for Anna, whom she gave her yes; Anna has the file and Node. */
const passphrase = "kestrel walnut harbour";
const said = "My first team\nstopped telling me \u001B[31mbad\u001B[0m news.";
let world: World;
let folder: string;
let identity: string;

async function release(): Promise<Uint8Array> {
  const leila = await world.open("leila");
  const ingrid = await world.open("ingrid");
  identity = (await ingrid.vault.identity()) ?? "";
  const story = await ingrid.vault.write(world.room, note(said));
  await settled(ingrid);
  await roomOf(leila, world.room, ({ events }) => events === 1);
  if (typeof story === "string") throw new Error(story);
  const hashOf = async (type: string) => {
    const page = await ingrid.vault.timeline(world.room, { limit: 1, types: [type] });
    const last = page === "no-such-room" ? undefined : page.entries[0];
    if (last?.is !== "event") throw new Error(`no ${type}`);
    return last.event.hash;
  };
  const item = await hashOf("notes.written");
  const asked = await leila.vault.write(
    world.room,
    eventOf(ReleaseAsked, { item: { id: story.id, hash: item }, to: "Anna", why: "" }),
  );
  await settled(leila);
  await roomOf(ingrid, world.room, ({ events }) => events === 2);
  if (typeof asked === "string") throw new Error(asked);
  const request = { id: asked.id, hash: await hashOf("releases.asked") };
  await ingrid.vault.write(world.room, eventOf(ReleaseAnswered, { request, item, to: "Anna", answer: "as-written" }));
  await settled(ingrid);
  const proofs = await ingrid.vault.proveItems(world.room, [item, await hashOf("releases.answered")]);
  return closeFile("release", packRelease(proofs.flatMap((proof) => proof ?? [])), passphrase);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "oakroom-verify-"));
  world = await World.make();
  const file = await release();
  writeFileSync(join(folder, "words.oakroom"), file);
  writeFileSync(join(folder, "altered.oakroom"), file.with(file.length - 30, (file.at(-30) ?? 0) ^ 1));
  writeFileSync(join(folder, "other.oakroom"), await closeFile("keepsake", new Uint8Array(1), passphrase));
  writeFileSync(join(folder, "long.oakroom"), new Uint8Array(100_001));
  mkdirSync(join(folder, "folder"));
});
afterAll(() => {
  world.end();
  rmSync(folder, { recursive: true });
});

/** No data folder: a database would be made where there is one. */
const verify = (
  typed: ReadonlyArray<string>,
  env: Readonly<Record<string, string>> = { OAKROOM_PASSPHRASE: passphrase },
) => ran({ dataFolder: join(folder, "nothing-here"), folder, env }, "verify", ...typed);

describe("P60: words that were handed over, in a terminal", () => {
  it("says who signed, when, for whom, and the words, without what would move a terminal", async () => {
    const { code, out, err } = await verify(["words.oakroom", "--identity", identity.toUpperCase()]);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "Authentic. Signed by the identity that you were given, and unchanged.",
      `Signed by ${identity}`,
    ]);
    expect(lines[2]).toMatch(
      /^Written on \d+ \w+ \d{4} at \d\d:\d\d UTC\. Its author said yes to handing it on as written, to Anna\.$/,
    );
    expect(lines.slice(3)).toEqual(["", "  My first team", "  stopped telling me \uFFFD[31mbad\uFFFD[0m news."]);
  });

  it("without the author's identity says that the key is unknown", async () => {
    const { code, out } = await verify(["words.oakroom"]);
    expect([code, out.split(".")[0]]).toEqual([0, "Signed by an unknown key"]);
  });

  it("asks for the passphrase where somebody is there, in secret", async () => {
    const asked = await ran({ dataFolder: folder, folder, answers: [passphrase] }, "verify", "words.oakroom");
    expect(asked.code).toBe(0);
  });

  it.each([
    [
      "another passphrase",
      ["words.oakroom"],
      { OAKROOM_PASSPHRASE: "another one" },
      1,
      "This passphrase does not open it",
    ],
    ["a changed file", ["altered.oakroom"], undefined, 1, "or the file was changed on its way"],
    [
      "somebody else's identity",
      ["words.oakroom", "--identity", "00".repeat(32)],
      undefined,
      1,
      "it is not that of the identity",
    ],
    ["a file of another kind", ["other.oakroom"], undefined, 1, "This is no file with words from Oakroom."],
    ["a file that is too long", ["long.oakroom"], undefined, 1, "This is no file with words from Oakroom."],
    ["no such file", ["nothing.oakroom"], undefined, 1, "There is no file"],
    ["a folder", ["folder"], undefined, 1, "is a folder"],
    ["no file named", [], undefined, 2, "verify needs one file"],
    ["two files", ["a", "b"], undefined, 2, "verify needs one file"],
    ["nobody there to ask", ["words.oakroom"], {}, 2, "put it into OAKROOM_PASSPHRASE"],
  ])("%s: one line that says so, and no words", async (_, typed, env, code, line) => {
    const verified = await verify(typed, env);
    expect([verified.code, verified.out]).toEqual([code, ""]);
    expect(verified.err).toContain(line);
    expect(verified.err).not.toContain("\n");
  });
});
