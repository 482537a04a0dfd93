import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { hour, Instant, later } from "../../../values/instant.ts";
import { makeUuid, SessionId } from "../../../values/id.ts";
import { emptyRoom, foldEvent, roomParts, type RoomState } from "../state/fold.ts";
import { anAccount, happened } from "../state/testing.ts";
import { nextPlanned } from "../sessions/rules.ts";
import { openDates, type OpenDates } from "../sessions/dates/rules.ts";
import { DatesCare, type DatesDesk } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const start = Instant.parse(Date.parse("2026-10-13T12:00:00Z"));
const now = later(start, -72 * hour);
const slot = { startsAt: start, lengthMinutes: 60, timeZone: "Europe/Prague" };
const first = SessionId.parse(makeUuid(1, new Uint8Array(10)));
const other = SessionId.parse(makeUuid(2, new Uint8Array(10)));
const planned = happened(ingrid, "sessions.planned", { sessionId: first, slot });
const moved = happened(leila, "sessions.moved", {
  sessionId: first,
  slot: { ...slot, startsAt: later(start, 24 * hour) },
});

function roomOf(...events: ReadonlyArray<Parameters<typeof foldEvent>[2]>): RoomState {
  return events.reduce<RoomState>((state, event) => {
    const next = foldEvent(roomParts, state, event);
    if (next === "damaged") throw new Error("an event that does not fit");
    return next;
  }, emptyRoom);
}

const datesOf = (room: RoomState) => openDates(room, [leila, ingrid], now);
const nothing: OpenDates = { rhythmDays: null, agreementAgreed: false, nextSession: null, heldOn: [] };

/** A server that keeps the open dates of the pair, and tells what it likes. Mails are made of what it keeps. */
class Server implements DatesDesk {
  kept: OpenDates = nothing;
  lie: (kept: OpenDates) => OpenDates | undefined = (kept) => kept;
  readonly asked: string[] = [];

  readonly read = async () => {
    this.asked.push("read");
    return this.lie(this.kept);
  };

  readonly put = async (dates: OpenDates) => {
    this.asked.push("put");
    this.kept = dates;
    return true;
  };
}

/** What both devices do until neither does anything more, and that they come to an end. */
async function untilCalm(server: Server, rooms: ReadonlyArray<readonly [DatesCare, RoomState]>): Promise<number> {
  for (let round = 1; round < 20; round += 1) {
    const did = await Promise.all(rooms.map(([care, room]) => care.look(datesOf(room), server)));
    if (did.every((one) => one === "known")) return round;
  }
  throw new Error("they go on for ever");
}

const lies: ReadonlyArray<readonly [string, (kept: OpenDates) => OpenDates]> = [
  ["another time", (kept) => ({ ...kept, nextSession: { ...slot, startsAt: later(start, 5 * hour) } })],
  ["no session at all", (kept) => ({ ...kept, nextSession: null })],
  ["a session of somebody else", (kept) => ({ ...kept, nextSession: { ...slot, timeZone: "Asia/Tokyo" } })],
  ["a longer session", (kept) => ({ ...kept, nextSession: { ...slot, lengthMinutes: 90 } })],
  ["a day on which nobody met", (kept) => ({ ...kept, heldOn: [aDay("2026-09-01")] })],
  ["that nothing was agreed, or something", (kept) => ({ ...kept, agreementAgreed: !kept.agreementAgreed })],
];

describe("a hostile server keeps", () => {
  it.each(lies)("%s: both devices mend it, once each, and both screens show the sealed time", async (_, lie) => {
    const room = roomOf(planned);
    const server = new Server();
    server.kept = lie(datesOf(room));
    expect(await untilCalm(server, [aDevice(room), aDevice(room)])).toBe(2);
    expect(server.kept).toEqual(datesOf(room));
    expect(server.asked.filter((word) => word === "put").length).toBeLessThanOrEqual(2);
    expect(nextPlanned(room.sessions, now)).toEqual(slot);
  });

  it.each(lies)("%s after each mending: nobody argues with it for ever", async (_, lie) => {
    const room = roomOf(planned);
    const server = new Server();
    server.lie = lie;
    expect(await untilCalm(server, [aDevice(room), aDevice(room)])).toBe(2);
    expect(server.asked.filter((word) => word === "put")).toHaveLength(2);
    // What mails are made of is the server's own; what the two see is not.
    expect(nextPlanned(room.sessions, now)).toEqual(slot);
  });

  it("what it likes: opening the room again mends it again", async () => {
    const room = roomOf(planned);
    const server = new Server();
    const device = aDevice(room);
    await untilCalm(server, [device]);
    server.kept = { ...server.kept, nextSession: null };
    await untilCalm(server, [device]);
    expect(server.kept.nextSession).toBeNull();
    device[0].forget();
    await untilCalm(server, [device]);
    expect(server.kept).toEqual(datesOf(room));
  });
});

describe("two devices", () => {
  it("of which one is behind do not fight: each says what it knows once, and the last change stands in the end", async () => {
    const server = new Server();
    const behind = aDevice(roomOf(planned));
    const ahead = aDevice(roomOf(planned, moved));
    await untilCalm(server, [behind, ahead]);
    expect(server.asked.filter((word) => word === "put").length).toBeLessThanOrEqual(2);
    await untilCalm(server, [[behind[0], ahead[1]], ahead]);
    expect(server.kept.nextSession?.startsAt).toBe(later(start, 24 * hour));
  });

  it("write nothing where the server holds what the room says", async () => {
    const room = roomOf(planned);
    const server = new Server();
    server.kept = datesOf(room);
    await untilCalm(server, [aDevice(room), aDevice(room)]);
    expect(server.asked).toEqual(["read", "read"]);
  });
});

describe("one device", () => {
  it("asks again where the server did not answer", async () => {
    const server = new Server();
    const care = new DatesCare();
    server.lie = () => undefined;
    const wanted = datesOf(roomOf(planned));
    expect(await care.look(wanted, server)).toBe("later");
    server.lie = (kept) => kept;
    expect(await care.look(wanted, server)).toBe("mended");
    expect(await care.look(wanted, server)).toBe("known");
  });

  it("lets go of a look that a change has overtaken", async () => {
    const server = new Server();
    const care = new DatesCare();
    const [before, after] = [datesOf(roomOf(planned)), datesOf(roomOf(planned, moved))];
    expect(await Promise.all([care.look(before, server), care.look(after, server)])).toEqual(["overtaken", "mended"]);
    expect(server.kept).toEqual(after);
  });

  it("counts a second session as another one", async () => {
    const second = happened(ingrid, "sessions.planned", {
      sessionId: other,
      slot: { ...slot, startsAt: later(start, -24 * hour) },
    });
    const server = new Server();
    const care = new DatesCare();
    await care.look(datesOf(roomOf(planned)), server);
    expect(await care.look(datesOf(roomOf(planned, second)), server)).toBe("mended");
    expect(server.kept.nextSession?.startsAt).toBe(later(start, -24 * hour));
  });
});

function aDevice(room: RoomState): readonly [DatesCare, RoomState] {
  return [new DatesCare(), room];
}
