import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CommitmentMade } from "../app/features/room/commitments/schema.ts";
import { NoteWritten } from "../app/features/room/notes/schema.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import { type BadText, readBadTexts } from "../app/server/testing/bad-input.ts";
import { oneLine, refuseText } from "../app/values/text.ts";
import { Pair, untilRoom } from "../demo/pair.ts";
import { RelationshipId } from "../app/values/id.ts";
import {
  goesIn,
  joinsAtTalk,
  marksTheLimits,
  offersDateSoon,
  takesAlong,
  takesTheDate,
  turnsTo,
  writes,
} from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./kit/fixtures.ts";
import type { Visitor } from "./kit/visitor.ts";

const texts = readBadTexts();
if (!texts) process.stdout.write("skipped: bad input in a room, since shared/badinput is not at hand\n");

/** What an attacker would write to have it run, marked so that a run would be seen. */
const attacks = [
  `<script>globalThis.broken = "script"</script>`,
  `<img src=x onerror="globalThis.broken = 'image'">`,
  `<svg onload="globalThis.broken = 'drawing'">`,
  `"><iframe srcdoc="<script>parent.broken = 'frame'</script>">`,
  `javascript:globalThis.broken='link'`,
  `{{constructor.constructor("globalThis.broken = 'template'")()}}`,
] as const;

const [topic, takeaway, promise, note, hereFor, notHere] = attacks;

describe.runIf(texts)("bad input, in a room", () => {
  tellInChapters();

  const kept = (texts ?? []).filter(({ text }) => text.trim() !== "" && refuseText(text, 20_000) === undefined);
  let two: TwoWithARoom;
  let pair: Pair;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    two = await twoWithARoom();
    pair = new Pair(RelationshipId.parse(two.room), two.leila, two.ingrid);
    await pair.ready();
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("every text comes back as it was written, brought to one form", async () => {
    const written = new Map<string, BadText>();
    for (const each of kept) {
      const made = await two.leila.vault.write(pair.room, eventOf(NoteWritten, { text: each.text }));
      if (typeof made === "string") throw new Error(`${each.name}: ${made}`);
      written.set(made.id, each);
    }
    await untilRoom(two.leila.vault, pair.room, ({ waiting }) => waiting === 0);
    await untilRoom(two.ingrid.vault, pair.room, ({ events }) => events >= kept.length);
    expect(kept.length).toBeGreaterThan(500);
    expect(await differing(written)).toEqual([]);
  });

  it("drawn by the browser, all of it is text and nothing of it runs", async () => {
    ingrid = await opensRooms(two.oakroom, two.ingrid, two.room);
    leila = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
    await readsEverything(ingrid);
    expect(await whatBroke(ingrid)).toBe("nothing");
  });

  it("typed on every screen of a session, it is shown to the other one as it was typed", async () => {
    await offersDateSoon(ingrid, two.room);
    await takesTheDate(leila, two.room);
    await goesIn(leila, two.room);
    await leila.types("What would you like to talk about?", topic);
    await leila.presses("Keep this topic");
    await leila.presses("Begin to talk");
    await goesIn(ingrid, two.room);
    await joinsAtTalk(ingrid);
    await ingrid.reads(topic);
    for (const person of [leila, ingrid]) {
      await marksTheLimits(person);
      await turnsTo(person, "Here for, and not for");
    }
    await leila.types("We are here for", hereFor);
    await leila.types("We are not here for", notHere);
    await leila.presses("Suggest this");
    await ingrid.reads(hereFor);
    await ingrid.presses("Fine for me");
    await leila.unfolds("A note to both");
    await writes(leila, note);
    await leila.presses("Go to Close");
    await takesAlong(leila, takeaway);
    await leila.types("What will be done", promise);
    await leila.presses("Keep it, and write another");
    await ingrid.presses("Go there too");
    for (const words of [takeaway, promise]) await ingrid.reads(words);
    for (const person of [leila, ingrid]) expect(await whatBroke(person)).toBe("nothing");
  });

  it("the agreement, the commitments and the timeline show it as text too; no browser complained", async () => {
    for (const place of ["agreement", "commitments", "sessions"]) {
      await ingrid.visits(`/rooms/${two.room}/${place}`);
      await ingrid.sees("You and Leila");
      await ingrid.settles();
      expect(await whatBroke(ingrid)).toBe("nothing");
    }
    await two.leila.vault.write(
      pair.room,
      eventOf(CommitmentMade, { owner: two.leila.account, text: oneLine(promise) }),
    );
    await ingrid.visits(`/rooms/${two.room}/commitments`);
    await ingrid.reads(promise);
    for (const person of [leila, ingrid]) await person.leaves();
  });

  /** The names of texts that Ingrid's device reads in another form than the one they were written in. */
  async function differing(written: ReadonlyMap<string, BadText>): Promise<ReadonlyArray<string>> {
    const wrong: string[] = [];
    let [before, seen]: [string | undefined, number] = [undefined, 0];
    for (;;) {
      const window = { limit: 200, ...(before === undefined ? {} : { before }) };
      const page = await two.ingrid.vault.timeline(pair.room, window);
      if (page === "no-such-room") throw new Error(page);
      for (const entry of page.entries) {
        if (entry.is !== "event" || entry.event.type !== "notes.written") continue;
        seen += 1;
        const asked = written.get(entry.event.id);
        if (asked?.text.normalize("NFC") !== entry.event.payload.text) wrong.push(asked?.name ?? entry.event.id);
      }
      before = page.entries[0]?.place;
      if (!page.hasEarlier || before === undefined) break;
    }
    if (seen !== written.size) wrong.push(`${seen} of ${written.size} came back`);
    return wrong;
  }

  /** Scrolls from the end of the timeline to its beginning, so that every entry is drawn once. */
  async function readsEverything(person: Visitor): Promise<void> {
    await person.visits(`/rooms/${two.room}`);
    await person.sees("You and Leila");
    await person.settles();
    const earlier = person.control("Show what came before");
    while (await earlier.isVisible()) {
      const height = await person.page.evaluate(() => document.documentElement.scrollHeight);
      await earlier.click();
      await person.page.waitForFunction((was) => document.documentElement.scrollHeight !== was, height);
    }
    const bottom = await person.page.evaluate(() => document.documentElement.scrollHeight);
    for (let at = 0; at < bottom; at += 600) {
      await person.page.evaluate((top) => scrollTo(0, top), at);
      await person.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    }
  }
});

/** What ran on a page, or stands in it as more than text. */
function whatBroke(person: Visitor): Promise<string> {
  return person.page.evaluate(() => {
    const ran: unknown = Reflect.get(globalThis, "broken");
    if (typeof ran === "string") return ran;
    const foreign = document.querySelector(
      "main script, main img, main iframe, main object, main [onerror], main [onload]",
    );
    const link = document.querySelector('main a[href^="javascript:"]');
    return (foreign ?? link)?.outerHTML ?? "nothing";
  });
}
