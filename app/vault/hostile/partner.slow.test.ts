import { type EpochKey, encodeEvent, id, nextPlace, restoreLog, sealItem, utf8 } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AgreementSigned } from "../../features/room/agreement/schema.ts";
import { eventOf } from "../../features/room/state/schema.ts";
import { type AccountId, uuidBytes } from "../../values/id.ts";
import { type TestDevice, freshUuid, note, notesIn, passphrase, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let leila: TestDevice;
let ingrid: TestDevice;
beforeEach(async () => {
  world = await World.make();
  leila = await world.open("leila");
  ingrid = await world.open("ingrid");
  await leila.vault.write(world.room, note("Hello, Ingrid."));
  await roomOf(ingrid, world.room, ({ events }) => events === 1);
  await settled(leila);
  ingrid.close();
});
afterEach(() => world.end());

interface Forged {
  readonly author?: AccountId;
  readonly device?: string;
  readonly itemId?: string;
}

/** An item that Ingrid seals with everything that she has: her device's key and the room's. */
async function sealedByIngrid(plaintext: Uint8Array, forged: Forged = {}): Promise<Uint8Array> {
  const { store } = ingrid;
  const kept = await store.get("account", ["", 0]);
  const record = await store.get("log", [world.room, 0]);
  const packs = (await store.list("verified", world.room)).flatMap(({ value }) => value);
  const log = record?.saved && (await restoreLog(record.saved, packs));
  const key: EpochKey | undefined = (await store.list("epochKey", world.room)).at(-1)?.value;
  if (!kept || !log || !key) throw new Error("Ingrid lacks something");
  const device = id("device", uuidBytes(forged.device ?? kept.device));
  const author = id("user", uuidBytes(forged.author ?? ingrid.account));
  const place = nextPlace(log, author, device);
  const itemId = id("item", uuidBytes(forged.itemId ?? freshUuid()));
  const header = { ...place, author, logKind: "room" as const, kind: "content" as const, itemId };
  return (await sealItem(kept.keys.dsk, key, header, plaintext)).bytes;
}

const event = (type: string, payload: string, version = 1, at = 1_790_000_000_000) =>
  encodeEvent({ type, version, at, payload: utf8(payload) });
const place = async (bytes: Uint8Array) => {
  world.double.append(world.room, "item", bytes);
  await leila.refresh();
  const [view] = await leila.vault.rooms();
  if (!view) throw new Error("no room");
  return view;
};

describe("C18: Ingrid, who has the room's key,", () => {
  it("writes as herself, and Leila reads it", async () => {
    const view = await place(await sealedByIngrid(event("notes.written", '{"text":"Hello, Leila."}')));
    expect(view).toMatchObject({ events: 2, damaged: 0 });
    expect(await notesIn(leila, world.room)).toEqual(["Hello, Ingrid.", "Hello, Leila."]);
  });

  it("cannot write as Leila, on Leila's device or on her own", async () => {
    const herDevice = (await leila.store.get("account", ["", 0]))?.device ?? "";
    const words = event("notes.written", '{"text":"I promise you a raise."}');
    await place(await sealedByIngrid(words, { author: leila.account, device: herDevice }));
    const view = await place(await sealedByIngrid(words, { author: leila.account }));
    expect(view.events).toBe(1);
    expect(await notesIn(leila, world.room)).toEqual(["Hello, Ingrid."]);
    const page = await leila.vault.timeline(world.room, { limit: 10 });
    expect(JSON.stringify(page)).not.toContain("raise");
  });

  it("puts no words in the place of Leila's by using the id of Leila's item", async () => {
    const page = await leila.vault.timeline(world.room, { limit: 1 });
    const [first] = page === "no-such-room" ? [] : page.entries;
    if (first?.is !== "event") throw new Error("no event");
    const view = await place(
      await sealedByIngrid(event("notes.written", '{"text":"Never said."}'), { itemId: first.event.id }),
    );
    expect(view).toMatchObject({ events: 2, damaged: 0 });
    expect(await leila.vault.timeline(world.room, { limit: 9 })).toMatchObject({
      entries: [
        { event: { author: leila.account, payload: { text: "Hello, Ingrid." } } },
        { event: { author: ingrid.account, payload: { text: "Never said." } } },
      ],
    });
  });
});

describe("what Ingrid's program writes and Leila's cannot take", () => {
  it.each([
    ["no content of ours", new Uint8Array([1, 2, 3]), "damaged"],
    ["no JSON", event("notes.written", "{"), "damaged"],
    ["JSON with a second form", event("notes.written", '{ "text": "x" }'), "damaged"],
    ["a field twice", event("notes.written", '{"text":"x","text":"y"}'), "damaged"],
    ["another shape", event("notes.written", '{"text":5}'), "damaged"],
    ["a field too many", event("notes.written", '{"text":"x","to":"all"}'), "damaged"],
    ["a prototype in disguise", event("notes.written", '{"text":"x","__proto__":{}}'), "damaged"],
    ["a null character", event("notes.written", '{"text":"a\\u0000b"}'), "damaged"],
    ["half a character", event("notes.written", '{"text":"\\ud800"}'), "damaged"],
    ["a time after all times", event("notes.written", '{"text":"x"}', 1, Number.MAX_SAFE_INTEGER), "damaged"],
    ["the vault's own type", event("vault.pinned", "{}"), "newer"],
    ["a type of tomorrow", event("holograms.shown", "{}"), "newer"],
    ["a version of tomorrow", event("notes.written", '{"text":"x"}', 2), "newer"],
  ] as const)("%s is shown as %s, and the rest stays readable", async (_, plaintext, is) => {
    const view = await place(await sealedByIngrid(plaintext));
    expect(view).toMatchObject({
      events: 1,
      damaged: is === "damaged" ? 1 : 0,
      newer: is === "newer" ? 1 : 0,
      condition: { is: "ready" },
    });
    await leila.vault.write(world.room, note("Still here."));
    await roomOf(leila, world.room, ({ events, waiting }) => events === 2 && waiting === 0);
    const page = await leila.vault.timeline(world.room, { limit: 2 });
    expect(page).toMatchObject({ entries: [{ is, author: ingrid.account }, { is: "event" }] });
  });

  it("two items for one place of her chain are a fork: the room stops and says so", async () => {
    await place(await sealedByIngrid(event("notes.written", '{"text":"for Leila"}')));
    const view = await place(await sealedByIngrid(event("notes.written", '{"text":"for the contact"}')));
    expect(view.condition).toEqual({ is: "stopped", because: "forked" });
    expect(await leila.vault.write(world.room, note("x"))).toBe("stopped");
    expect(await notesIn(leila, world.room)).toEqual(["Hello, Ingrid.", "for Leila"]);
  });
});

describe("C30: an agreement", () => {
  const text = "We meet every two weeks, and what is said stays here.";
  const agreementId = freshUuid();
  const signed = (signature: string, change = {}) =>
    eventOf(AgreementSigned, { agreementId, version: 1, text, signature, ...change });

  async function signatureOf(device: TestDevice): Promise<string> {
    const signatures = await device.vault.signTexts(world.room, [{ agreementId, version: 1, text }], { passphrase });
    if (typeof signatures === "string" || !signatures[0]) throw new Error("not signed");
    return signatures[0];
  }

  it("is signed by each over equal bytes, and both signatures are verified before anything is folded", async () => {
    ingrid = await world.open("ingrid", ingrid.store);
    expect(
      await leila.vault.signTexts(world.room, [{ agreementId, version: 1, text }], {
        passphrase: "not my passphrase at all",
      }),
    ).toBe("wrong-secret");
    await leila.vault.write(world.room, signed(await signatureOf(leila)));
    await ingrid.vault.write(world.room, signed(await signatureOf(ingrid)));
    for (const device of [leila, ingrid]) {
      const view = await roomOf(device, world.room, ({ events, waiting }) => events === 3 && waiting === 0);
      expect(view.damaged).toBe(0);
      expect(JSON.stringify(view.state.agreement)).toContain(agreementId);
    }
  });

  it.each([
    ["another text", { text: `${text} And you pay.` }],
    ["another version", { version: 2 }],
    ["another agreement", { agreementId: freshUuid() }],
  ])("is damaged, and not folded, where the signature is over %s", async (_, change) => {
    const payload = { agreementId, version: 1, text, signature: await signatureOf(leila), ...change };
    const view = await place(await sealedByIngrid(event("agreement.signed", JSON.stringify(payload))));
    expect(view).toMatchObject({ events: 1, damaged: 1 });
    expect(JSON.stringify(view.state.agreement)).not.toContain(payload.text);
  });

  it("is not signed by Ingrid where she shows Leila's signature as her own", async () => {
    const payload = { agreementId, version: 1, text, signature: await signatureOf(leila) };
    const view = await place(await sealedByIngrid(event("agreement.signed", JSON.stringify(payload))));
    expect(view).toMatchObject({ events: 1, damaged: 1 });
  });
});

describe("C29: Leila shows one item", () => {
  it("and a contact verifies it offline, against the identity that the contact knows", async () => {
    await place(await sealedByIngrid(event("notes.written", '{"text":"Unkind words."}')));
    const page = await leila.vault.timeline(world.room, { limit: 1 });
    const [entry] = page === "no-such-room" ? [] : page.entries;
    if (entry?.is !== "event") throw new Error("no event");
    const proof = await leila.vault.proveItem(world.room, entry.event.id);
    if (typeof proof === "string") throw new Error(proof);
    ingrid = await world.open("ingrid", ingrid.store);
    const identity = await ingrid.vault.identity();
    const shown = {
      author: ingrid.account,
      room: world.room,
      type: "notes.written",
      payload: { text: "Unkind words." },
    };
    expect(await leila.vault.readProof(proof, identity)).toMatchObject({ result: "authentic", ...shown });
    expect(await leila.vault.readProof(proof, undefined)).toMatchObject({ result: "unknown-key", ...shown });
    expect(await leila.vault.readProof(proof, await leila.vault.identity())).toBe("other-identity");
    const altered = proof.slice();
    altered[altered.length - 400] = (altered[altered.length - 400] ?? 0) ^ 1;
    expect(typeof (await leila.vault.readProof(altered, identity))).toBe("string");
    expect(Buffer.from(proof).includes("Hello, Ingrid.")).toBe(false);
  });
});
