import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { rowsOf, search } from "./kit/canaries.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { type Oakroom, startOakroom } from "./kit/oakroom.ts";
import { comes, type Visitor } from "./kit/visitor.ts";
import { managerBringsPeople } from "./kit/first-day.ts";
import * as story from "./kit/whole-story.ts";

const server = process.env["OAKROOM_TEST_POSTGRES"];
if (!server) process.stdout.write("skipped: the journey on PostgreSQL, since OAKROOM_TEST_POSTGRES is not set\n");

describe.runIf(server)("from a list of people to an ended room, on PostgreSQL", () => {
  tellInChapters();

  let oakroom: Oakroom;
  let manager: Visitor;
  let lina: Visitor;
  let ravi: Visitor;
  let programme: string;
  let room: string;

  beforeAll(async () => {
    oakroom = await startOakroom({ engine: "postgres" });
  });

  afterAll(async () => {
    await oakroom?.end();
    await endBrowser();
  });

  it("people come in, join, and say yes to each other", async () => {
    ({ manager, programme } = await managerBringsPeople(oakroom));
    expect(programme).toMatch(/^\/programmes\//u);
    lina = await comes(oakroom, story.lina);
    ravi = await comes(oakroom, { ...story.ravi, device: "phone" });
    await story.joins(lina, "Lina");
    await story.joins(ravi, "Ravi", "Somebody took an hour for me when I was new.");
    await story.managerAsks(manager, programme);
    room = await story.bothSayYes(ravi, lina);
  });

  it("they meet, close, and meet again", async () => {
    await story.firstMeeting(ravi, lina);
    await story.closesTheFirst(ravi, lina);
    await lina.visits(`/rooms/${room}`);
    await story.secondSession(ravi, lina);
    await story.betweenSessions(ravi, lina, room);
  });

  it("they end, and no row of the database holds a word of theirs", async () => {
    await story.pauseAndEnd(ravi, lina, room);
    const rows = rowsOf(oakroom);
    expect(rows[0]?.bytes.length).toBeGreaterThan(100_000);
    expect(search(story.secrets, rows)).toEqual([]);
    expect([manager, lina, ravi].flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });
});
