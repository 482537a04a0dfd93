/** Servers, senders and contacts that lie about what was shown (C29). */
import { decode, encode } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fateOf } from "../../features/room/showing/fate.tsx";
import { fromBase64url, toBase64url } from "../../values/bytes.ts";
import { LetterId, LogId, uuidBytes } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import { readProof } from "../files/proof-shown.ts";
import { Double } from "../testing/double.ts";
import { type TestDevice, enrolled, freshUuid, note, openDevice, passphrase, roomOf } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

let world: World;
let leila: TestDevice;
let lena: TestDevice;
let letter: LetterId;

type Answer = { readonly answerId: LetterId; readonly sealed: string };

beforeEach(async () => {
  world = await World.make();
  const ingrid = await world.open("ingrid");
  await ingrid.vault.write(world.room, note("do as I say, or else"));
  await ingrid.vault.write(world.room, note("a harmless word"));
  await settled(ingrid);
  leila = await world.open("leila");
  await roomOf(leila, world.room, ({ events }) => events === 2);
  lena = await enrolled(world.double);
  letter = LetterId.parse(freshUuid());
});

afterEach(() => {
  world.end();
  lena.close();
});

const keysOf = ({ account }: Pick<TestDevice, "account">) =>
  (world.double.keys.get(account)?.bundles ?? []).map((bundle) => toBase64url(bundle));

async function hashOf(text: string): Promise<string> {
  const page = await leila.vault.timeline(world.room, { limit: 10 });
  if (page === "no-such-room") throw new Error(page);
  const found = page.entries.flatMap((entry) => (entry.is === "event" ? [entry.event] : []));
  return found.find((event) => event.type === "notes.written" && event.payload.text === text)?.hash ?? "";
}

async function shownTo(contact: TestDevice, text = "do as I say, or else"): Promise<string> {
  await leila.vault.meetPerson(contact.account, keysOf(contact));
  const items = { room: world.room, hashes: [await hashOf(text)] };
  const made = await leila.vault.sealLetter({ letter, to: contact.account, text: "{}", items });
  if (typeof made === "string") throw new Error(made);
  return made.sealed;
}

async function openedBy(contact: TestDevice, sealed: string, from = leila) {
  await contact.vault.meetPerson(from.account, keysOf(from));
  return contact.vault.openLetter({ letter, from: from.account, sealed });
}

async function proofIn(sealed: string): Promise<Uint8Array> {
  const opened = await openedBy(lena, sealed);
  if (typeof opened === "string") throw new Error(opened);
  const [proof] = opened.proofs;
  if (!proof) throw new Error("no proof");
  return proof;
}

const identityOf = async (device: TestDevice) => (await device.vault.identity()) ?? "";

describe("C29 Leila shows Lena one thing that Ingrid wrote", () => {
  it("and it is there to the last word, where it was as long as a note may be", async () => {
    const text = "“Do as I say.” ".repeat(1300).trim();
    const ingrid = await world.open("ingrid");
    await ingrid.vault.write(world.room, note(text));
    await roomOf(leila, world.room, ({ events }) => events === 3);
    const shown = await readProof(await proofIn(await shownTo(lena, text)), await identityOf(ingrid));
    expect(shown).toMatchObject({ result: "authentic", payload: { text } });
  });

  it("and Lena reads that, signed by Ingrid's key, and nothing else of the room", async () => {
    const sealed = await shownTo(lena);
    const ingrid = await world.open("ingrid");
    const shown = await readProof(await proofIn(sealed), await identityOf(ingrid));
    expect(shown).toMatchObject({
      result: "authentic",
      author: ingrid.account,
      room: world.room,
      payload: { text: "do as I say, or else" },
    });
    const opened = await openedBy(lena, sealed);
    expect(JSON.stringify(opened)).not.toContain("harmless");
    expect(typeof opened === "object" && opened.result).toBe("authentic");
  });

  it("without Ingrid's key from the directory, or with another one, it is an unknown key", async () => {
    const proof = await proofIn(await shownTo(lena));
    expect(await readProof(proof, undefined)).toMatchObject({ result: "unknown-key" });
    expect(await readProof(proof, await identityOf(leila))).toBe("other-identity");
  });

  it("words that Leila changed on the way prove nothing", async () => {
    const proof = await proofIn(await shownTo(lena));
    const fields = decode(proof);
    if (!Array.isArray(fields)) throw new Error("no proof");
    const plaintext = fields[6];
    if (!(plaintext instanceof Uint8Array)) throw new Error("no text");
    const altered = fields.with(
      6,
      Uint8Array.from(plaintext, (byte, at) => (at === plaintext.length - 4 ? byte ^ 1 : byte)),
    );
    expect(await readProof(encode(altered), undefined)).toBe("altered-text");
  });

  it("a whole person that Leila invented, with a room of theirs, is an unknown key", async () => {
    const invented = await enrolled(world.double);
    const room = LogId.parse(freshUuid());
    world.double.openRoom(room, [leila.account, invented.account]);
    await roomOf(invented, room, ({ condition }) => condition.is === "ready");
    await invented.vault.write(room, note("I confess"));
    await roomOf(leila, room, ({ events }) => events === 1);
    const page = await leila.vault.timeline(room, { limit: 1 });
    const entry = page === "no-such-room" ? undefined : page.entries[0];
    const hash = entry?.is === "event" ? entry.event.hash : "";
    await leila.vault.meetPerson(lena.account, keysOf(lena));
    const made = await leila.vault.sealLetter({
      letter,
      to: lena.account,
      text: "{}",
      items: { room, hashes: [hash] },
    });
    const proof = await proofIn(typeof made === "string" ? "" : made.sealed);
    const ingrid = await world.open("ingrid");
    expect(await readProof(proof, await identityOf(ingrid))).toBe("other-identity");
    expect(await readProof(proof, undefined)).toMatchObject({ result: "unknown-key", room });
    invented.close();
  });

  it("an item that is not in the room goes nowhere", async () => {
    await leila.vault.meetPerson(lena.account, keysOf(lena));
    const items = { room: world.room, hashes: ["00".repeat(32)] };
    expect(await leila.vault.sealLetter({ letter, to: lena.account, text: "{}", items })).toBe("no-such-item");
  });
});

describe("C29 a letter is for one contact", () => {
  it("another contact cannot open it, and the server cannot say that it was for them", async () => {
    const sealed = await shownTo(lena);
    const paul = await enrolled(world.double);
    expect(await openedBy(paul, sealed)).toBe("other-letter");
    const fields = decode(fromBase64url(sealed) ?? new Uint8Array(), 400_000);
    if (!Array.isArray(fields)) throw new Error("no letter");
    const readdressed = toBase64url(encode(fields.with(3, new Uint8Array(uuidBytes(paul.account)))));
    expect(await openedBy(paul, readdressed)).toBe("unopenable");
    paul.close();
  });

  it("nor does it count as somebody else's, or under another id", async () => {
    const sealed = await shownTo(lena);
    const ingrid = await world.open("ingrid");
    expect(await openedBy(lena, sealed, ingrid)).toBe("other-letter");
    letter = LetterId.parse(freshUuid());
    expect(await openedBy(lena, sealed)).toBe("other-letter");
  });

  it("the answer is Leila's alone, and from Lena", async () => {
    await shownTo(lena);
    const answer = LetterId.parse(freshUuid());
    await lena.vault.meetPerson(leila.account, keysOf(leila));
    const made = await lena.vault.sealLetter({ letter: answer, to: leila.account, text: '{"text":"I call you"}' });
    const sealed = typeof made === "string" ? "" : made.sealed;
    const ingrid = await world.open("ingrid");
    await ingrid.vault.meetPerson(lena.account, keysOf(lena));
    expect(await ingrid.vault.openLetter({ letter: answer, from: lena.account, sealed })).toBe("other-letter");
    expect(await leila.vault.openLetter({ letter: answer, from: lena.account, sealed })).toMatchObject({
      result: "authentic",
      text: '{"text":"I call you"}',
    });
  });
});

describe("C29 an answer belongs to one thing that was shown, and to its contact", () => {
  const sent = (bundles: ReadonlyArray<string>, answerId: LetterId, sealed: string) => {
    const answers = [{ answerId, sealed, sentAt: Instant.parse(1_790_000_000_000) }];
    return { bundles: [...bundles], takenUpAt: null, answers };
  };
  const answeredBy = async (who: TestDevice, about: LetterId, mayTell = true) => {
    await who.vault.meetPerson(leila.account, keysOf(leila));
    const answerId = LetterId.parse(freshUuid());
    const text = JSON.stringify({ about, text: "I call you.", mayTell });
    const made = await who.vault.sealLetter({ letter: answerId, to: leila.account, text });
    return { answerId, sealed: typeof made === "string" ? "" : made.sealed };
  };
  const answersTo = async (shown: LetterId, from: TestDevice, { answerId, sealed }: Answer) => {
    const one = { letter: shown, contact: lena.account };
    const { answers } = await fateOf(leila.vault, one, sent(keysOf(from), answerId, sealed));
    return answers[0]?.letter;
  };

  it("so the server cannot say that Lena agrees to one thing, where she agreed to another", async () => {
    await shownTo(lena);
    const answer = await answeredBy(lena, letter);
    expect(await answersTo(letter, lena, answer)).toMatchObject({ mayTell: true });
    expect(await answersTo(LetterId.parse(freshUuid()), lena, answer)).toBeUndefined();
  });

  it("nor can it answer in her place, as somebody whom it made up", async () => {
    await shownTo(lena);
    const invented = await enrolled(world.double);
    const answer = await answeredBy(invented, letter);
    expect(await answersTo(letter, invented, answer)).toBeUndefined();
    await leila.vault.meetPerson(invented.account, keysOf(invented));
    expect(await answersTo(letter, invented, answer)).toBeUndefined();
    invented.close();
  });
});

describe("C29 a server that swaps the contact's key", () => {
  it("before anything was shown: the six words are others than those that Lena reads out", async () => {
    const swapped = await leila.vault.meetPerson(lena.account, await enrolledAs(lena));
    const words = typeof swapped === "object" && "fingerprint" in swapped ? swapped.fingerprint : "";
    expect(words).toMatch(/^([a-z]+ ){5}[a-z]+$/);
    expect(words).not.toBe(await lena.vault.fingerprint());
    // And once the true ones come, the two do not follow each other: both stand side by side, to be compared.
    expect(await leila.vault.meetPerson(lena.account, keysOf(lena))).toMatchObject({
      before: words,
      now: await lena.vault.fingerprint(),
    });
  });

  it("for those of somebody else: they are not taken at all", async () => {
    expect(await leila.vault.meetPerson(lena.account, keysOf(leila))).toBe("keys-changed");
    expect(await leila.vault.meetPerson(lena.account, keysOf(lena))).toMatchObject({
      fingerprint: await lena.vault.fingerprint(),
    });
  });

  it("after something was shown: Leila's own log knows the key, on each of her devices, and nothing is sealed to another", async () => {
    await shownTo(lena);
    await settled(leila);
    const again = await enrolledAs(lena);
    const words = await lena.vault.fingerprint();
    expect(await leila.vault.meetPerson(lena.account, again)).toMatchObject({ before: words });
    const another = { letter: LetterId.parse(freshUuid()), to: lena.account, text: "{}" };
    expect(await leila.vault.sealLetter(another)).toBe("not-met");
    const phone = await world.open("phone");
    await phone.refresh();
    // This device never had the keys of before; her log knows that these are others.
    expect(await phone.vault.meetPerson(lena.account, again)).toMatchObject({ before: undefined });
    expect(await phone.vault.sealLetter(another)).toBe("not-met");
    expect(await phone.vault.meetPerson(lena.account, keysOf(lena))).toMatchObject({
      fingerprint: await lena.vault.fingerprint(),
    });
  });

  it("and where Lena did lose everything, what Leila compared counts on each of her devices, and no other keys", async () => {
    await shownTo(lena);
    await settled(leila);
    const again = await enrolledAs(lena);
    const lying = await enrolledAs(lena);
    const told = await leila.vault.meetPerson(lena.account, again);
    if (typeof told === "string" || !("offered" in told)) throw new Error("nothing to compare");
    // Meanwhile the server shows yet others: these are not what was compared.
    await leila.vault.meetPerson(lena.account, lying);
    expect(await leila.vault.takeCompared(lena.account, told.offered)).toBe("keys-changed");
    await leila.vault.meetPerson(lena.account, again);
    expect(await leila.vault.takeCompared(lena.account, told.offered)).toMatchObject({ fingerprint: told.now });
    const sealed = await leila.vault.sealLetter({ letter, to: lena.account, text: "{}" });
    expect(sealed).toMatchObject({ sealed: expect.stringMatching(/./) });
    await settled(leila);
    const phone = await world.open("phone");
    await phone.refresh();
    expect(await phone.vault.meetPerson(lena.account, again)).toMatchObject({ fingerprint: told.now });
    // Those of before are none any more, nor are the lying ones.
    for (const device of [leila, phone]) {
      expect(await device.vault.meetPerson(lena.account, keysOf(lena))).toMatchObject({ before: told.now });
      expect(await device.vault.sealLetter({ letter, to: lena.account, text: "{}" })).toBe("not-met");
      expect(await device.vault.meetPerson(lena.account, lying)).toMatchObject({ before: told.now });
    }
  });

  it("the keys of whom she shares a room with are compared in the room, and nowhere else", async () => {
    const ingrid = await world.open("ingrid");
    expect(await leila.vault.meetPerson(ingrid.account, await enrolledAs(ingrid))).toBe("keys-changed");
    expect(await leila.vault.takeCompared(ingrid.account, "00".repeat(32))).toBe("keys-changed");
  });

  it("whoever was never met gets no letter", async () => {
    expect(await leila.vault.sealLetter({ letter, to: lena.account, text: "{}" })).toBe("not-met");
  });
});

/** Other keys under somebody's account, as a server would make them. */
async function enrolledAs({ account }: TestDevice): Promise<ReadonlyArray<string>> {
  const lying = new Double();
  const device = await openDevice(lying, account);
  await device.vault.enrol(passphrase);
  const bundles = (lying.keys.get(account)?.bundles ?? []).map((bundle) => toBase64url(bundle));
  device.close();
  return bundles;
}
