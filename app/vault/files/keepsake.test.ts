import { closeFile, utf8 } from "@oakroom/crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { toBase64url } from "../../values/bytes.ts";
import { type TestDevice, note, passphrase, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";
import { type KeepsakeContent, openKeepsake } from "./keepsake.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: World;
let leila: TestDevice;
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
  const ingrid = await world.open("ingrid");
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
  };
});
afterAll(() => world.end());

it("P104: a keepsake opens with its passphrase, and shows the words that were signed", async () => {
  const { mine, pages } = await opened();
  const words = mine.filter(({ isSigned }) => isSigned).flatMap((each) => each.words);
  expect(words).toEqual(["I want to lead by knowing the work."]);
  expect(pages).toEqual(content.pages);
});

it("P28 never: the other's words, put among one's own or without their yes", async () => {
  const { mine, theirs } = await opened({ released: content.mine.map(({ proof }) => proof) });
  expect(mine.filter(({ isSigned }) => !isSigned).map(({ words }) => words)).toEqual([[]]);
  expect(theirs).toEqual([]);
});

it("stays shut for another passphrase, and for what is no keepsake", async () => {
  const file = await closeFile("keepsake", utf8("{}"), passphrase);
  expect(await openKeepsake(file, passphrase)).toBe("malformed");
  expect(await openKeepsake(file, `${passphrase} indeed`)).toBe("wrong-passphrase");
});
