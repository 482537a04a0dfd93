import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goesIn, joinsAtTalk, marksTheLimits, offersDateSoon, takesTheDate, turnsTo } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothInTheirRoom } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("by phone, with nothing typed in Talk", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothInTheirRoom("phone"));
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("they find a date and go in, each with a phone in hand", async () => {
    await offersDateSoon(ingrid, two.room);
    await takesTheDate(leila, two.room);
    await goesIn(leila, two.room);
    await leila.presses("Begin to talk");
    await goesIn(ingrid, two.room);
    await joinsAtTalk(ingrid);
    await ingrid.sees("Talk");
  });

  it("nothing on any card of Talk waits to be typed, and nothing is cut off", async () => {
    const written = { leila: leila.met.decisions.length, ingrid: ingrid.met.decisions.length };
    for (const person of [leila, ingrid]) {
      await person.looksAround("talk, first card");
      // Nobody's yes is told before it was given.
      expect(await person.page.getByText(/^Agreed by/).count()).toBe(0);
      await marksTheLimits(person);
      await turnsTo(person, "Here for, and not for");
      await person.looksAround("talk, here for");
    }
    await ingrid.presses("Suggest this");
    await leila.presses("Fine for me");
    for (const person of [leila, ingrid]) await turnsTo(person, "How and when we meet");
    await leila.presses("Suggest this");
    await ingrid.presses("Fine for me");
    await leila.presses("Go to Close");
    await leila.sees("Close well");
    const acts = [...leila.met.decisions.slice(written.leila), ...ingrid.met.decisions.slice(written.ingrid)];
    expect(acts.filter((act) => act.startsWith("writes"))).toEqual([]);
  });

  it("one of them closes alone; what was agreed stands for both", async () => {
    await leila.looksAround("close");
    await leila.presses("Close the session");
    await leila.reads("The session is closed. Thank you.");
    await leila.sees("You and Ingrid");
    await leila.reads("Agreement: in place");
    await ingrid.visits(`/rooms/${two.room}`);
    await ingrid.reads("Agreement: in place");
    for (const person of [leila, ingrid]) await person.leaves();
  });
});
