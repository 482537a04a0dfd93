import { decode, encode } from "@oakroom/crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ReleaseAnswered, ReleaseAsked } from "../../features/room/releases/schema.ts";
import type { AnswerKind } from "../../features/room/releases/rules.ts";
import { type NewEvent, eventOf } from "../../features/room/state/schema.ts";
import type { ItemId } from "../../values/id.ts";
import { type TestDevice, note, passphrase, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";
import { closeRelease, openRelease, readRelease } from "./releasing.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Leila would like to show Anna something that Ingrid wrote. */
let world: World;
let leila: TestDevice;
let ingrid: TestDevice;
let story: string;
let other: string;
let yes: string;
let reworded: string;
let refused: string;
let leilasOwnYes: string;
let identity: string;

const said = "My first team stopped telling me bad news.";

/** Writes one event; the answer names the item. */
async function writes(device: TestDevice, event: NewEvent): Promise<{ readonly id: ItemId; readonly hash: string }> {
  const written = await device.vault.write(world.room, event);
  if (typeof written === "string") throw new Error(written);
  await settled(device);
  const page = await device.vault.timeline(world.room, { limit: 50, types: [event.type] });
  const last = page === "no-such-room" ? undefined : page.entries.at(-1);
  if (last?.is !== "event") throw new Error("not written");
  return { id: written.id, hash: last.event.hash };
}

const proof = async (hash: string): Promise<Uint8Array> => {
  const shown = await leila.vault.proveItem(world.room, hash);
  if (typeof shown === "string") throw new Error(shown);
  return shown;
};
const proofs = (...all: ReadonlyArray<string>) => Promise.all(all.map(proof));
const read = async (...all: ReadonlyArray<string>) => readRelease(encode([1, await proofs(...all)]), identity);

beforeAll(async () => {
  world = await World.make();
  leila = await world.open("leila");
  ingrid = await world.open("ingrid");
  const written = await writes(ingrid, note(said));
  story = written.hash;
  other = (await writes(ingrid, note("And Peter had lied to me."))).hash;
  await roomOf(leila, world.room, ({ events }) => events === 2);
  const request = await writes(leila, eventOf(ReleaseAsked, { item: written, to: "Anna", why: "" }));
  await roomOf(ingrid, world.room, ({ state }) => state.releases.all.length === 1);
  const answer = { request, item: story, to: "Anna" };
  const says = async (device: TestDevice, kind: AnswerKind, text?: string) =>
    (await writes(device, eventOf(ReleaseAnswered, { ...answer, answer: kind, text }))).hash;
  yes = await says(ingrid, "as-written");
  reworded = await says(ingrid, "in-other-words", "I listened too late.");
  refused = await says(ingrid, "no");
  await roomOf(leila, world.room, ({ state }) => state.releases.all[0]?.answer?.kind === "no");
  leilasOwnYes = await says(leila, "as-written");
  identity = (await ingrid.vault.identity()) ?? "";
});
afterAll(() => world.end());

describe("P28: a release", () => {
  it("opens offline with its passphrase: whose words, for whom, and that they are unchanged", async () => {
    const file = await closeRelease(await proofs(story, yes), passphrase);
    if (typeof file === "string") throw new Error(file);
    expect(await openRelease(file, passphrase, identity)).toMatchObject({
      result: "authentic",
      how: "as-written",
      to: "Anna",
      words: [said],
    });
    expect(await openRelease(file, passphrase, undefined)).toMatchObject({ result: "unknown-key", identity });
    expect(await openRelease(file, "another passphrase altogether", identity)).toBe("wrong-passphrase");
    const altered = file.with(file.length - 30, (file.at(-30) ?? 0) ^ 1);
    expect(await openRelease(altered, passphrase, identity)).toBe("wrong-passphrase");
  });
  it("in other words shows these alone, not what was written first", async () => {
    expect(await read(reworded)).toMatchObject({ how: "in-other-words", words: ["I listened too late."] });
    expect(await read(story, reworded)).toBe("malformed");
  });
});

describe("P28 never: Leila hands on Ingrid's words without Ingrid's yes", () => {
  it("P28 never with another item than the one asked for", async () => {
    expect(await read(other, yes)).toBe("other-item");
  });
  it("P28 never with a no, without an answer, or with an answer of her own", async () => {
    expect(await read(story, refused)).toBe("no-yes");
    expect(await read(story)).toBe("malformed");
    expect(await readRelease(encode([1, await proofs(story, leilasOwnYes)]), undefined)).toBe("other-item");
    expect(await closeRelease(await proofs(story, leilasOwnYes), passphrase)).toBe("other-item");
  });
  it("P28 never with a forged proof, or as somebody else's", async () => {
    const [written, answered] = await proofs(story, yes);
    if (!written || !answered) throw new Error("no proofs");
    const fields = decode(written);
    if (!Array.isArray(fields) || !(fields[6] instanceof Uint8Array)) throw new Error("no proof");
    const words = fields[6].with(fields[6].length - 5, 0x61);
    const forged = encode([...fields.slice(0, 6), words, fields[7]]);
    expect(await readRelease(encode([1, [forged, answered]]), identity)).toBe("altered-text");
    expect(await readRelease(encode([1, [written, answered]]), (await leila.vault.identity()) ?? "")).toBe(
      "other-identity",
    );
    expect(await readRelease(encode([1, [written, written, answered]]), identity)).toBe("malformed");
  });
});
