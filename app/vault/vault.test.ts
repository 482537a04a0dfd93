import { afterEach, describe, expect, it } from "vitest";
import { NoteWritten } from "../features/room/notes/schema.ts";
import { eventOf } from "../features/room/state/schema.ts";
import { AccountId, LogId } from "../values/id.ts";
import { Double } from "./testing/double.ts";
import {
  aPair,
  enrolled,
  freshUuid,
  notesIn,
  openDevice,
  passphrase,
  roomOf,
  statusOf,
  type TestDevice,
} from "./testing/people.ts";

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

const note = (text: string) => eventOf(NoteWritten, { text });
const isReady = ({ condition }: { condition: { is: string } }) => condition.is === "ready";

async function pair() {
  const made = await aPair();
  open.push(made.leila, made.ingrid);
  return made;
}

async function another(double: Double, device: TestDevice, store?: TestDevice["store"]) {
  const opened = await openDevice(double, device.account, store);
  open.push(opened);
  return opened;
}

describe("Leila and Ingrid have a room", () => {
  it("what one writes, the other reads, and both see the same state", async () => {
    const { leila, ingrid, room } = await pair();
    await leila.vault.write(room, note("We meet on Tuesdays."));
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await ingrid.vault.write(room, note("At ten."));
    const hers = await roomOf(leila, room, ({ events, waiting }) => events === 2 && waiting === 0);
    const theirs = await roomOf(ingrid, room, ({ events, waiting }) => events === 2 && waiting === 0);
    expect(await notesIn(ingrid, room)).toEqual(["We meet on Tuesdays.", "At ten."]);
    expect(await notesIn(leila, room)).toEqual(["We meet on Tuesdays.", "At ten."]);
    expect(hers.state).toEqual(theirs.state);
  });

  it("a note is shown at once, before the server has it", async () => {
    const { double, leila, room } = await pair();
    double.goDown();
    await leila.vault.write(room, note("On the train."));
    const view = await roomOf(leila, room, ({ events }) => events === 1);
    expect(view).toMatchObject({ waiting: 1, events: 1 });
    expect(await notesIn(leila, room)).toEqual(["On the train."]);
  });

  it("what was written offline goes out in order, once, when the server is back", async () => {
    const { double, leila, ingrid, room } = await pair();
    double.goDown();
    const texts = Array.from({ length: 12 }, (_, at) => `Note ${at + 1}`);
    await Promise.all(texts.map((text) => leila.vault.write(room, note(text))));
    expect((await statusOf(leila, "unlocked")).sync).toMatchObject({ online: false, waiting: 12 });
    double.comeUp();
    await roomOf(ingrid, room, ({ events }) => events === 12);
    expect(await notesIn(ingrid, room)).toEqual(texts);
    expect((await roomOf(leila, room, ({ waiting }) => waiting === 0)).events).toBe(12);
    expect(double.logs.get(room)?.entries.filter(({ kind }) => kind === "item")).toHaveLength(12);
  });

  it("an answer that was lost does not double a note: the same bytes are sent again", async () => {
    const { double, leila, ingrid, room } = await pair();
    let lost = 0;
    double.hook = async ({ operation }, honest) => {
      const answer = await honest();
      if (operation !== "appendEntry" || lost === 3) return answer;
      lost += 1;
      return { kind: "offline" };
    };
    await leila.vault.write(room, note("Once."));
    for (let tried = 0; tried < 6; tried += 1) {
      leila.pass(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    await roomOf(ingrid, room, ({ events }) => events === 1);
    expect(double.logs.get(room)?.entries.filter(({ kind }) => kind === "item")).toHaveLength(1);
  });

  it("both write at once, offline too, and end with the same state", async () => {
    const { double, leila, ingrid, room } = await pair();
    double.goDown();
    await Promise.all(["a", "b", "c"].map((text) => leila.vault.write(room, note(text))));
    await Promise.all(["x", "y", "z"].map((text) => ingrid.vault.write(room, note(text))));
    double.comeUp();
    const settled = ({ events, waiting }: { events: number; waiting: number }) => events === 6 && waiting === 0;
    const [hers, theirs] = [await roomOf(leila, room, settled), await roomOf(ingrid, room, settled)];
    expect(hers.state).toEqual(theirs.state);
    expect(await notesIn(leila, room)).toEqual(await notesIn(ingrid, room));
  });

  it("a long text goes in parts and arrives whole", async () => {
    const { leila, ingrid, room } = await pair();
    const text = "Ä long story. ".repeat(1400).trim();
    await leila.vault.write(room, note(text));
    await roomOf(ingrid, room, ({ events }) => events === 1);
    expect(await notesIn(ingrid, room)).toEqual([text]);
    expect(await notesIn(leila, room)).toEqual([text]);
  });

  it("a closed room is read and not written", async () => {
    const { double, leila, room } = await pair();
    await leila.vault.write(room, note("Thank you for everything."));
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    const log = double.logs.get(room);
    if (log) log.open = false;
    double.tellFact("relationship", room);
    await roomOf(leila, room, ({ condition }) => condition.is === "closed");
    expect(await leila.vault.write(room, note("One more thing"))).toBe("closed");
    expect(await notesIn(leila, room)).toEqual(["Thank you for everything."]);
  });

  it("an event that does not fit its declaration is a defect, and nothing is written", async () => {
    const { leila, room } = await pair();
    await expect(leila.vault.write(room, { type: "notes.written", version: 1, payload: { text: 5 } })).rejects.toThrow(
      "declaration",
    );
    await expect(leila.vault.write(room, { type: "vault.pinned", version: 1, payload: {} })).rejects.toThrow(
      "declaration",
    );
    expect((await leila.vault.rooms())[0]).toMatchObject({ events: 0, waiting: 0 });
  });
});

describe("before Ingrid has opened her side", () => {
  it("what Leila writes waits, and goes out once Ingrid has keys", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    const ingrid = await openDevice(double, AccountId.parse(freshUuid()));
    open.push(leila, ingrid);
    const room = LogId.parse(freshUuid());
    double.openRoom(room, [leila.account, ingrid.account]);
    await roomOf(leila, room, ({ condition }) => condition.is === "waiting-for-other");
    await leila.vault.write(room, note("Shall we meet on Thursday?"));
    expect(await notesIn(leila, room)).toEqual(["Shall we meet on Thursday?"]);
    expect(await ingrid.vault.enrol(passphrase)).toHaveProperty("groups");
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    expect(await notesIn(ingrid, room)).toEqual(["Shall we meet on Thursday?"]);
  });
});

describe("the same device, opened again", () => {
  it("shows everything at once, also without a connection, and goes on writing", async () => {
    const { double, leila, ingrid, room } = await pair();
    await leila.vault.write(room, note("Before."));
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    leila.close();
    double.goDown();
    const again = await another(double, leila, leila.store);
    await roomOf(again, room, ({ events }) => events === 1);
    expect(await notesIn(again, room)).toEqual(["Before."]);
    await again.vault.write(room, note("After."));
    double.comeUp();
    await roomOf(ingrid, room, ({ events }) => events === 2);
    expect(await notesIn(ingrid, room)).toEqual(["Before.", "After."]);
  });

  it("sends what was written before it was closed", async () => {
    const { double, leila, ingrid, room } = await pair();
    double.goDown();
    await leila.vault.write(room, note("Written in the tunnel."));
    leila.close();
    double.isUp = true;
    const again = await another(double, leila, leila.store);
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(again, room, ({ waiting }) => waiting === 0);
    expect(await notesIn(ingrid, room)).toEqual(["Written in the tunnel."]);
  });

  it("with many small writes behind it, joins them on the disk and loses none", async () => {
    const { double, leila, ingrid, room } = await pair();
    for (let at = 0; at < 70; at += 1) await leila.vault.write(room, note(`n${at}`));
    await roomOf(ingrid, room, ({ events }) => events === 70);
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    leila.close();
    const again = await another(double, leila, leila.store);
    await roomOf(again, room, ({ events }) => events === 70);
    double.comeUp();
    await expect.poll(async () => (await leila.store.list("verified", room)).length).toBe(1);
    again.close();
    double.goDown();
    const third = await another(double, leila, leila.store);
    expect((await roomOf(third, room, ({ events }) => events === 70)).condition).toEqual({ is: "ready" });
  });

  it("verifies everything anew where its memory does not fit together", async () => {
    const { double, leila, ingrid, room } = await pair();
    for (const text of ["one", "two", "three"]) await ingrid.vault.write(room, note(text));
    await roomOf(leila, room, ({ events }) => events === 3);
    leila.close();
    const [first] = await leila.store.list("verified", room);
    await leila.store.commit([{ remove: "verified", key: [room, first?.at ?? 0] }]);
    double.goDown();
    const again = await another(double, leila, leila.store);
    await roomOf(again, room, ({ events }) => events === 3);
    expect(await notesIn(again, room)).toEqual(["one", "two", "three"]);
  });
});

describe("locking", () => {
  it("closes what can be read, and unlocking opens it again without a connection", async () => {
    const { double, leila, room } = await pair();
    await leila.vault.write(room, note("For us two."));
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    await leila.vault.lock();
    expect(await leila.vault.rooms()).toEqual([]);
    expect(await leila.vault.timeline(room, { limit: 10 })).toBe("no-such-room");
    expect(await leila.vault.write(room, note("x"))).toBe("locked");
    expect(await statusOf(leila, "locked")).toEqual({ is: "locked", isKnownDevice: true });
    double.goDown();
    expect(await leila.vault.unlock({ passphrase: "not the right one at all" })).toBe("wrong-secret");
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(leila, room, ({ events }) => events === 1);
    expect(await notesIn(leila, room)).toEqual(["For us two."]);
  });

  it("keeps what waits to be sent, sealed, and sends it after unlocking", async () => {
    const { double, leila, ingrid, room } = await pair();
    double.goDown();
    await leila.vault.write(room, note("Not yet sent."));
    await leila.vault.lock();
    double.comeUp();
    expect(await leila.vault.unlock({ passphrase })).toBeUndefined();
    await roomOf(ingrid, room, ({ events }) => events === 1);
    expect(await notesIn(ingrid, room)).toEqual(["Not yet sent."]);
  });
});

describe("a forgotten passphrase", () => {
  it("is replaced with the recovery code, and the old one stops working", async () => {
    const double = new Double();
    const leila = await enrolled(double);
    open.push(leila);
    await leila.vault.lock();
    const wrong = leila.recoveryCode.replace(/^./, (sign) => (sign === "A" ? "B" : "A"));
    expect(await leila.vault.replacePassphrase({ recoveryCode: wrong }, "seven quiet pines under copper")).toBe(
      "mistyped",
    );
    expect(await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, "too short")).toBe("too-short");
    expect(
      await leila.vault.replacePassphrase({ recoveryCode: leila.recoveryCode }, "seven quiet pines under copper"),
    ).toBeUndefined();
    await leila.vault.lock();
    expect(await leila.vault.unlock({ passphrase })).toBe("wrong-secret");
    expect(await leila.vault.unlock({ passphrase: "seven quiet pines under copper" })).toBeUndefined();
  });
});

describe("Leila's second device", () => {
  it.each([
    ["the passphrase", () => ({ passphrase })],
    ["the recovery code", (code: string) => ({ recoveryCode: code })],
  ])("C31: joins with %s and opens all history, with no other device online", async (_, secretOf) => {
    const { double, leila, ingrid, room } = await pair();
    for (const text of ["one", "two"]) await leila.vault.write(room, note(text));
    await roomOf(ingrid, room, ({ events }) => events === 2);
    await ingrid.vault.write(room, note("three"));
    await roomOf(leila, room, ({ events, waiting }) => events === 3 && waiting === 0);
    leila.close();
    ingrid.close();
    const phone = await another(double, leila);
    expect(await statusOf(phone, "locked")).toEqual({ is: "locked", isKnownDevice: false });
    expect(await phone.vault.unlock(secretOf(leila.recoveryCode))).toBeUndefined();
    await roomOf(phone, room, ({ events }) => events === 3);
    expect(await notesIn(phone, room)).toEqual(["one", "two", "three"]);
    expect((await phone.vault.devices()).map(({ isThisOne }) => isThisOne)).toEqual([false, true]);
  });

  it("writes into the room, and both others read it", async () => {
    const { double, leila, ingrid, room } = await pair();
    const phone = await another(double, leila);
    await phone.vault.unlock({ passphrase });
    await roomOf(phone, room, isReady);
    await phone.vault.write(room, note("From the phone."));
    await roomOf(ingrid, room, ({ events }) => events === 1);
    await roomOf(leila, room, ({ events }) => events === 1);
    await ingrid.vault.write(room, note("Got it."));
    for (const device of [leila, phone]) {
      await roomOf(device, room, ({ events }) => events === 2);
      expect(await notesIn(device, room)).toEqual(["From the phone.", "Got it."]);
    }
    expect(double.logs.get(room)?.entries.filter(({ kind }) => kind === "epoch").length).toBeGreaterThan(1);
  });
});

describe("searching", () => {
  it("finds everything readable that holds all the words", async () => {
    const { leila, room } = await pair();
    for (const text of ["The budget for spring", "A walk in SPRING rain", "Nothing here"])
      await leila.vault.write(room, note(text));
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    const texts = async (words: string) =>
      (await leila.vault.search(words)).map(({ event }) => ("text" in event.payload ? event.payload.text : ""));
    expect(await texts("spring")).toEqual(["A walk in SPRING rain", "The budget for spring"]);
    expect(await texts("rain spring")).toEqual(["A walk in SPRING rain"]);
    expect(await texts("  ")).toEqual([]);
  });
});

describe("the timeline", () => {
  it("is read in windows, from the newest back, without gap or repetition", async () => {
    const { leila, room } = await pair();
    for (let at = 0; at < 25; at += 1) await leila.vault.write(room, note(`n${at}`));
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    const seen: string[] = [];
    let before: string | undefined;
    for (let pages = 0; pages < 5; pages += 1) {
      const page = await leila.vault.timeline(room, { limit: 10, ...(before ? { before } : {}) });
      if (page === "no-such-room") throw new Error(page);
      seen.unshift(
        ...page.entries.flatMap((entry) =>
          entry.is === "event" && "text" in entry.event.payload ? String(entry.event.payload.text) : [],
        ),
      );
      before = page.entries[0]?.place;
      if (!page.hasEarlier) break;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `n${at}`));
    expect(await leila.vault.timeline(room, { limit: 10, types: ["commitments.made"] })).toMatchObject({
      entries: [],
      hasEarlier: false,
    });
  });
});
