import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takesAlong, writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { bothAtTalk } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

describe("the server is killed in the middle of a session, and started again", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let leila: Visitor;
  let ingrid: Visitor;

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothAtTalk());
    for (const person of [leila, ingrid]) await person.unfolds("A note to both");
  });

  afterAll(async () => {
    await two?.oakroom.end();
    await endBrowser();
  });

  it("kill -9: both are told, and go on writing", async () => {
    await writes(leila, "Leila, before the lights went out");
    await two.oakroom.kill();
    await writes(leila, "Leila, in the dark");
    await writes(ingrid, "Ingrid, in the dark");
    for (const person of [leila, ingrid]) await person.reads(/waits? to be sent/);
  });

  it("started again: nothing that was written is lost, and they go on by themselves", async () => {
    await two.oakroom.start();
    for (const person of [leila, ingrid]) await person.readsNoMore(/waits? to be sent/);
    await leila.presses("Go to Close");
    await ingrid.presses("Go there too");
    await takesAlong(ingrid, "The room was still there.");
    await leila.reads("The room was still there.");
    await leila.presses("Close the session");
    await leila.sees("You and Ingrid");
    for (const person of [leila, ingrid]) {
      await person.visits(`/rooms/${two.room}`);
      const written = ["Leila, before the lights went out", "Leila, in the dark", "Ingrid, in the dark"];
      for (const line of written) await person.reads(line);
      expect(await person.page.getByText("in the dark").count()).toBe(2);
      await person.leaves();
    }
  });
});
