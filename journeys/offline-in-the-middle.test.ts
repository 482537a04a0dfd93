import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takesAlong, writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothAtTalk } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

/** What stands in the timeline, from the first note to the last. */
async function notesSeenBy(person: Visitor, room: string): Promise<ReadonlyArray<string>> {
  await person.visits(`/rooms/${room}`);
  // High enough that the whole list is drawn; a phone shows only what was last until more is asked for.
  const { width = 390 } = person.page.viewportSize() ?? {};
  await person.page.setViewportSize({ width, height: 6000 });
  await person.reads("Ingrid: after");
  await person.reads("Leila: after");
  const earlier = person.control("Show what came before");
  if (await earlier.isVisible()) await earlier.click();
  await person.reads("Leila: before");
  const lines = await person.page.locator("main").innerText();
  return lines.split("\n").filter((line) => /^(?:Leila|Ingrid): /.test(line));
}

describe("offline in the middle of a session", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothAtTalk());
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("Leila loses the network, is told so, and writes on; Ingrid writes too", async () => {
    for (const person of [leila, ingrid]) await person.unfolds("A note to both");
    await writes(leila, "Leila: before");
    await writes(ingrid, "Ingrid: before");
    await leila.context.setOffline(true);
    await leila.reads("You are offline");
    await writes(leila, "Leila: offline, one");
    await writes(leila, "Leila: offline, two");
    await writes(ingrid, "Ingrid: meanwhile");
    await leila.presses("Go to Close");
    await takesAlong(leila, "Even without a network I can listen.");
    await leila.reads(/wait to be sent/);
  });

  it("back again, everything passes in order, once, and both see the same", async () => {
    await leila.context.setOffline(false);
    await ingrid.reads("Leila is at Close.");
    await ingrid.presses("Go there too");
    await ingrid.reads("Even without a network I can listen.");
    await leila.presses("Close the session");
    await leila.sees("You and Ingrid");
    await writes(leila, "Leila: after");
    await ingrid.visits(`/rooms/${two.room}`);
    await writes(ingrid, "Ingrid: after");
    const [hers, theirs] = [await notesSeenBy(leila, two.room), await notesSeenBy(ingrid, two.room)];
    expect(hers).toEqual(theirs);
    expect(hers.filter((line) => line.startsWith("Leila"))).toEqual([
      "Leila: before",
      "Leila: offline, one",
      "Leila: offline, two",
      "Leila: after",
    ]);
    expect(hers.filter((line) => line.startsWith("Ingrid"))).toEqual([
      "Ingrid: before",
      "Ingrid: meanwhile",
      "Ingrid: after",
    ]);
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
