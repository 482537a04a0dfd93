import { afterEach, describe, expect, it, vi } from "vitest";
import { minute } from "../../values/instant.ts";
import { type Double } from "../testing/double.ts";
import { notesIn, note, openDevice, passphrase, roomOf, statusOf, type TestDevice } from "../testing/people.ts";
import { settled, World } from "../testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
  world?.end();
});

/** Leila's laptop, unlocked, and a tablet of hers that has never been here. */
async function leila() {
  world = await World.make();
  const laptop = await world.open("leila");
  await statusOf(laptop, "unlocked");
  const tablet = await world.openNew("leila");
  return { double: world.double, room: world.room, laptop, tablet };
}

async function offered(laptop: TestDevice): Promise<string> {
  const offer = await laptop.vault.offerPairing({ passphrase });
  if (typeof offer === "string") throw new Error(offer);
  return offer.words.join(" ");
}

async function meet(laptop: TestDevice, tablet: TestDevice) {
  const words = await offered(laptop);
  const check = await tablet.vault.askPairing(words);
  if (typeof check === "string") throw new Error(check);
  const guest = await laptop.vault.pairingGuest();
  if (guest === "over") throw new Error(guest);
  return { words, check, guest, joined: tablet.vault.joinPairing() };
}

/** Everything that went over the wire, both ways. */
function wiretap(double: Double) {
  const heard: Uint8Array[] = [];
  const { hook } = double;
  double.hook = async (asked, honest) => {
    const answer = await hook(asked, honest);
    const { body } = asked.input;
    heard.push(Buffer.from(JSON.stringify(asked.input)), body instanceof Uint8Array ? body : new Uint8Array());
    if (answer.kind === "done" && answer.value instanceof Uint8Array) heard.push(answer.value);
    return answer;
  };
  return () => Buffer.concat(heard);
}

describe("C07, C31: Leila adds her tablet from her laptop", () => {
  it("by twelve words, with two words to compare on both; the tablet then reads all that was written", async () => {
    const { laptop, tablet, room } = await leila();
    await laptop.vault.write(room, note("Before the tablet."));
    await roomOf(laptop, room, ({ waiting }) => waiting === 0);
    expect(await statusOf(tablet, "locked")).toEqual({ is: "locked", isKnownDevice: false });
    const { check, guest, joined } = await meet(laptop, tablet);
    expect(guest.check).toEqual(check);
    expect(check).toHaveLength(2);
    expect(await laptop.vault.admitGuest()).toBeUndefined();
    expect(await joined).toBeUndefined();
    await roomOf(tablet, room, ({ events }) => events === 1);
    expect(await notesIn(tablet, room)).toEqual(["Before the tablet."]);
    expect((await tablet.vault.devices()).map(({ isThisOne }) => isThisOne)).toEqual([false, false, true]);
    await tablet.vault.write(room, note("From the tablet."));
    await roomOf(laptop, room, ({ events }) => events === 2);
  });

  it("a device that was locked, whose passphrase nobody remembers, is opened by another one and stays what it is", async () => {
    const { laptop } = await leila();
    const phone = await world.open("phone");
    await phone.vault.lock();
    const { joined } = await meet(laptop, phone);
    await laptop.vault.admitGuest();
    expect(await joined).toBeUndefined();
    expect(await phone.vault.devices()).toHaveLength(2);
  });

  it("asks for the keys once more first, and never without an unlocked device", async () => {
    const { laptop, tablet } = await leila();
    expect(await laptop.vault.offerPairing({ passphrase: "not the right one at all" })).toBe("wrong-secret");
    expect(await tablet.vault.offerPairing({ passphrase })).toBe("locked");
  });

  it("the server learns neither words nor keys, and what it kept opens nothing later", async () => {
    const { double, laptop, tablet } = await leila();
    const heard = wiretap(double);
    const { words, joined } = await meet(laptop, tablet);
    await laptop.vault.admitGuest();
    await joined;
    // One of the words alone may be a word of the protocol as well ("device"); two in a row are the secret's.
    const said = words.split(" ");
    for (const [at, word] of said.slice(1).entries()) {
      for (const between of [" ", "", "-", ","]) expect(heard().includes(`${said[at]}${between}${word}`)).toBe(false);
    }
    expect(double.places.size).toBe(0);
  });
});

describe("C07: nobody else is let in", () => {
  it("words with a typing error, of nobody, or of somebody else's laptop are refused", async () => {
    const { laptop, tablet, double } = await leila();
    const words = await offered(laptop);
    expect(await tablet.vault.askPairing(words.split(" ").slice(1).join(" "))).toBe("wrong-length");
    expect(await tablet.vault.askPairing(words.replace(/^\S+/, "oakroom"))).toBe("unknown-word");
    expect(await tablet.vault.askPairing(`${"abandon ".repeat(11)}about`)).toBe("gone");
    const ingrid = await openDevice(double, world.accountOf("ingrid"));
    open.push(ingrid);
    expect(await ingrid.vault.askPairing(words)).toBe("gone");
    // Nothing of that used the words up.
    expect(typeof (await tablet.vault.askPairing(words))).toBe("object");
  });

  it("a second reader of the words comes too late, and learns nothing", async () => {
    const { laptop, tablet, double } = await leila();
    const { words, joined } = await meet(laptop, tablet);
    const thief = await openDevice(double, tablet.account);
    open.push(thief);
    expect(await thief.vault.askPairing(words)).toBe("used");
    expect(await thief.vault.joinPairing()).toBe("over");
    await laptop.vault.admitGuest();
    expect(await joined).toBeUndefined();
    expect(await thief.vault.askPairing(words)).toBe("gone");
  });

  it("a device that photographed the words and was quicker shows other words, and gets nothing without a yes", async () => {
    const { laptop, tablet, double } = await leila();
    const thief = await openDevice(double, tablet.account);
    open.push(thief);
    const { words, check, joined } = await meet(laptop, thief);
    expect(await tablet.vault.askPairing(words)).toBe("used");
    expect(check).toHaveLength(2);
    await laptop.vault.endPairing();
    expect(await joined).toBe("over");
    expect(await laptop.vault.admitGuest()).toBe("over");
    expect(await laptop.vault.devices()).toHaveLength(2);
  });

  it("a server that puts a request of its own in the place is not answered", async () => {
    const { laptop, double } = await leila();
    await offered(laptop);
    const place = double.places.get(laptop.account);
    if (!place) throw new Error("no place");
    place.request = crypto.getRandomValues(new Uint8Array(140));
    expect(await laptop.vault.pairingGuest()).toBe("over");
    expect(await laptop.vault.admitGuest()).toBe("over");
    expect(double.asked.some(({ operation }) => operation === "answerPairing")).toBe(false);
  });

  it("a request of before, played again under new words, is not answered", async () => {
    const { laptop, tablet, double } = await leila();
    await meet(laptop, tablet);
    const before = double.places.get(laptop.account)?.request;
    await tablet.vault.endPairing();
    await offered(laptop);
    const place = double.places.get(laptop.account);
    if (!place || !before) throw new Error("no place");
    place.request = before;
    expect(await laptop.vault.pairingGuest()).toBe("over");
  });

  it.each([
    ["bytes of the server's own", () => crypto.getRandomValues(new Uint8Array(180))],
    ["an answer with one bit changed", (answer: Uint8Array) => answer.map((byte, at) => (at === 90 ? byte ^ 1 : byte))],
  ])("%s in the answer's place let nobody in", async (_, swap) => {
    const { laptop, tablet, double } = await leila();
    const { hook } = double;
    double.hook = async (asked, honest) => {
      const body = asked.operation === "answerPairing" ? swap(asked.input.body ?? new Uint8Array()) : undefined;
      if (!body) return hook(asked, honest);
      const place = double.places.get(asked.by);
      if (place) place.answer = body;
      return hook({ ...asked, operation: "readMyKeys" }, async () => ({ kind: "done", value: undefined }));
    };
    const { joined } = await meet(laptop, tablet);
    await laptop.vault.admitGuest();
    double.tellFact("keys", laptop.account);
    expect(await joined).toBe("over");
    expect(await statusOf(tablet, "locked")).toMatchObject({ isKnownDevice: false });
    expect(double.keys.get(laptop.account)?.bundles).toHaveLength(2);
  });

  it("an answer of before, played again to a second try, opens nothing", async () => {
    const { laptop, tablet, double } = await leila();
    const first = await meet(laptop, tablet);
    let before: Uint8Array | undefined;
    const { hook } = double;
    double.hook = async (asked, honest) => {
      if (asked.operation === "answerPairing") before = asked.input.body;
      return hook(asked, honest);
    };
    await laptop.vault.admitGuest();
    await first.joined;
    const third = await openDevice(double, tablet.account);
    open.push(third);
    const again = await meet(laptop, third);
    const place = double.places.get(laptop.account);
    if (place && before) place.answer = before;
    double.tellFact("keys", laptop.account);
    expect(await again.joined).toBe("over");
  });

  it("a server that shows the new device an older ring than its laptop knows is found out", async () => {
    const { laptop, tablet, double } = await leila();
    const keys = double.keys.get(laptop.account);
    if (!keys) throw new Error("no keys");
    const old = keys.ring;
    await laptop.vault.lock();
    await laptop.vault.unlock({ passphrase });
    await statusOf(laptop, "unlocked");
    await settled(laptop);
    const { joined } = await meet(laptop, tablet);
    keys.ring = old;
    await laptop.vault.admitGuest();
    expect(await joined).toBe("stopped");
    expect(await statusOf(tablet, "stopped")).toEqual({ is: "stopped", because: "ring-older" });
  });

  it("after ten minutes, or a lock, nothing is passed on any more", async () => {
    const { laptop, tablet } = await leila();
    const { joined } = await meet(laptop, tablet);
    laptop.pass(10 * minute);
    tablet.pass(10 * minute);
    expect(await laptop.vault.admitGuest()).toBe("over");
    expect(await joined).toBe("over");
    const words = await offered(laptop);
    await laptop.vault.lock();
    expect(await laptop.vault.admitGuest()).toBe("over");
    await expect.poll(() => world.double.places.size).toBe(0);
    expect(await tablet.vault.askPairing(words)).toBe("gone");
  });
});
