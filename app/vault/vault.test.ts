import { afterEach, describe, expect, it, vi } from "vitest";
import { AccountId, ItemId, LogId } from "../values/id.ts";
import { Double } from "./testing/double.ts";
import {
  enrolled,
  freshUuid,
  note,
  notesIn,
  openDevice,
  passphrase,
  roomOf,
  statusOf,
  type TestDevice,
} from "./testing/people.ts";
import { World } from "./testing/world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const open: TestDevice[] = [];
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

/** Leila and Ingrid, each on the device they have always used, and their room. */
async function pair() {
  const world = await World.make();
  const { double, room } = world;
  const [leila, ingrid] = [await world.open("leila"), await world.open("ingrid")];
  open.push(leila, ingrid);
  return { double, room, leila, ingrid };
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

  it("a note asked for twice with one id is written once", async () => {
    const { leila, ingrid, room } = await pair();
    const id = ItemId.parse(freshUuid());
    expect(await leila.vault.write(room, note("Once."), id)).toEqual({ id });
    expect(await leila.vault.write(room, note("Once."), id)).toEqual({ id });
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    expect(await leila.vault.write(room, note("Once."), id)).toEqual({ id });
    await leila.vault.write(room, note("Twice."));
    await roomOf(ingrid, room, ({ events }) => events === 2);
    expect(await notesIn(ingrid, room)).toEqual(["Once.", "Twice."]);
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

describe("Leila unlocks on a device that is new to her room", () => {
  it("what it shows before it has read the room says so, and is never an empty room", async () => {
    const { double, leila, room } = await pair();
    await leila.vault.write(room, note("We meet on Tuesdays."));
    await roomOf(leila, room, ({ waiting }) => waiting === 0);
    const tablet = await openDevice(double, leila.account);
    open.push(tablet);
    await statusOf(tablet, "locked");
    const seen = new Set<string>();
    double.hook = async (_, honest) => {
      for (const { condition, events } of await tablet.vault.rooms()) seen.add(`${condition.is}, ${events} events`);
      return honest();
    };
    expect(await tablet.vault.unlock({ passphrase })).toBe(undefined);
    await roomOf(tablet, room, ({ condition, events }) => condition.is === "ready" && events === 1);
    expect(seen).toContain("reading, 0 events");
    expect([...seen].filter((each) => !each.startsWith("reading") && each.endsWith(", 0 events"))).toEqual([]);
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
