import { closeFile, utf8 } from "@oakroom/crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { MayKeep } from "../../features/room/ending/schema.ts";
import { ReleaseAnswered, ReleaseAsked } from "../../features/room/releases/schema.ts";
import { type NewEvent, eventOf } from "../../features/room/state/schema.ts";
import { toBase64url } from "../../values/bytes.ts";
import type { ItemId } from "../../values/id.ts";
import { type TestDevice, note, passphrase, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";
import { type KeepsakeContent, openKeepsake } from "./keepsake.ts";
import { packRelease } from "./releasing.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let leila: TestDevice;
let ingrid: TestDevice;
let content: KeepsakeContent;

const opened = async (changed: Partial<KeepsakeContent> = {}) => {
  const file = await closeFile("keepsake", utf8(JSON.stringify({ ...content, ...changed })), passphrase);
  const shown = await openKeepsake(file, passphrase);
  if (typeof shown === "string") throw new Error(shown);
  return shown;
};

beforeAll(async () => {
  world = await World.make();
  leila = await world.open("leila");
  ingrid = await world.open("ingrid");
  await leila.vault.write(world.room, note("I want to lead by knowing the work."));
  await ingrid.vault.write(world.room, note("My first team stopped telling me bad news."));
  await settled(leila);
  await settled(ingrid);
  await roomOf(leila, world.room, ({ events }) => events === 2);
  const page = await leila.vault.timeline(world.room, { limit: 10 });
  if (page === "no-such-room") throw new Error(page);
  const hashes = page.entries.map(({ place }) => place);
  const proofs = await leila.vault.proveItems(world.room, [...hashes, "nothing"]);
  if (proofs.length !== 3 || proofs[2] !== undefined) throw new Error("a proof of nothing");
  content = {
    names: ["Leila", "Ingrid"],
    identity: (await leila.vault.identity()) ?? "",
    madeAt: 1_790_000_000_000,
    mine: proofs
      .slice(0, 2)
      .map((proof) => ({ at: 0, words: ["other words"], proof: toBase64url(proof ?? new Uint8Array()) })),
    released: [],
    pages: [{ title: "Plan", text: "Ask early.", at: 1_790_000_000_000 }],
    sessions: ["2026-10-20"],
  };
});
afterAll(() => world.end());

it("P104: a keepsake opens with its passphrase, and shows the words that were signed", async () => {
  const { mine, pages } = await opened();
  const words = mine.filter(({ isSigned }) => isSigned).flatMap((each) => each.words);
  expect(words).toEqual(["I want to lead by knowing the work."]);
  expect(pages).toEqual(content.pages);
});

it("P104: it says what each entry was and when the two met; one of an older Oakroom opens, too", async () => {
  const [first] = content.mine;
  if (!first) throw new Error("nothing was written");
  const labelled = await opened({ mine: [{ ...first, label: "What I took with me" }] });
  expect(labelled.mine[0]).toMatchObject({ label: "What I took with me" });
  expect(labelled.sessions).toEqual(["2026-10-20"]);
  expect(await opened({ sessions: undefined })).toMatchObject({ sessions: [] });
});

it("P28 never: the other's words, put among one's own or without their yes", async () => {
  const { mine, theirs } = await opened({ released: content.mine.map(({ proof }) => proof) });
  expect(mine.filter(({ isSigned }) => !isSigned).map(({ words }) => words)).toEqual([[]]);
  expect(theirs).toEqual([]);
});

async function hashOf(device: TestDevice, event: NewEvent): Promise<{ readonly id: ItemId; readonly hash: string }> {
  const written = await device.vault.write(world.room, event);
  await settled(device);
  const page = await device.vault.timeline(world.room, { limit: 1 });
  const last = page === "no-such-room" ? undefined : page.entries[0];
  if (typeof written === "string" || last?.is !== "event") throw new Error("not written");
  return { id: written.id, hash: last.event.hash };
}

it("P104 P60: has the other's words where they said yes to a keepsake, and not where the yes was for somebody else", async () => {
  const story = await hashOf(ingrid, note("I thought I was being calm."));
  await roomOf(leila, world.room, ({ events }) => events === 3);
  const released = async (to: { readonly to?: string }) => {
    const request = await hashOf(leila, eventOf(ReleaseAsked, { item: story, why: "", ...to }));
    await roomOf(ingrid, world.room, ({ state }) => state.releases.all.some(({ id }) => id === request.id));
    const yes = { request, item: story.hash, answer: "as-written" as const, ...to };
    const answer = await hashOf(ingrid, eventOf(ReleaseAnswered, yes));
    const proofs = await ingrid.vault.proveItems(world.room, [story.hash, answer.hash]);
    return toBase64url(packRelease(proofs.flatMap((proof) => proof ?? [])));
  };
  const { theirs } = await opened({ released: [await released({}), await released({ to: "Anna" })] });
  expect(theirs.map(({ words }) => words)).toEqual([["I thought I was being calm."]]);
});

it("P104: has all of the other's words under one yes of theirs; a no, one's own yes, or another's words bring none", async () => {
  const words = await hashOf(ingrid, note("Nobody told me that it gets easier."));
  const yes = await hashOf(ingrid, eventOf(MayKeep, { may: true }));
  const no = await hashOf(ingrid, eventOf(MayKeep, { may: false }));
  const own = await hashOf(leila, eventOf(MayKeep, { may: true }));
  const mine = await hashOf(leila, note("I will remember that."));
  await roomOf(leila, world.room, ({ state }) => state.ending.mayKeep[ingrid.account] === false);
  await settled(leila);
  const all = [words, yes, no, own, mine].map(({ hash }) => hash);
  const proofs = (await leila.vault.proveItems(world.room, all)).map((proof) => toBase64url(proof ?? new Uint8Array()));
  const [ofWords = "", ofYes = "", ofNo = "", ofOwn = "", ofMine = ""] = proofs;
  const kept = async (said: string, proof: string) => {
    const { theirs } = await opened({ theirs: { yes: said, written: [{ at: 1, words: ["changed"], proof }] } });
    return theirs.map((each) => [each.isSigned, each.words]);
  };
  expect(await kept(ofYes, ofWords)).toEqual([[true, ["Nobody told me that it gets easier."]]]);
  for (const said of [ofNo, ofOwn, ""]) expect(await kept(said, ofWords)).toEqual([]);
  expect(await kept(ofYes, ofMine)).toEqual([[false, []]]);
});

it("stays shut for another passphrase, and for what is no keepsake", async () => {
  const file = await closeFile("keepsake", utf8("{}"), passphrase);
  expect(await openKeepsake(file, passphrase)).toBe("malformed");
  expect(await openKeepsake(file, `${passphrase} indeed`)).toBe("wrong-passphrase");
});
