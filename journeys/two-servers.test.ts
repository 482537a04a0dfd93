import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takesAlong, writes } from "./kit/acts.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import type { TwoWithARoom } from "./kit/fixtures.ts";
import { startSecond, type TwoServers } from "./kit/oakroom.ts";
import { bothAtTalk } from "./kit/present.ts";
import type { Visitor } from "./kit/visitor.ts";

const server = process.env["OAKROOM_TEST_POSTGRES"];
if (!server) process.stdout.write("skipped: the journey with two servers, since OAKROOM_TEST_POSTGRES is not set\n");

describe.runIf(server)("two server processes on PostgreSQL, one of which is killed in the middle of a session", () => {
  tellInChapters();

  let two: TwoWithARoom;
  let servers: TwoServers;
  let leila: Visitor;
  let ingrid: Visitor;

  /** The process that somebody's browser is led to. */
  async function portOf(person: Visitor): Promise<number> {
    const cookies = await person.context.cookies();
    return servers.balancer.portOf(cookies.find(({ name }) => name === "oakroom")?.value ?? "");
  }

  beforeAll(async () => {
    ({ two, leila, ingrid } = await bothAtTalk({ engine: "postgres" }));
    for (const person of [leila, ingrid]) await person.unfolds("A note to both");
    servers = await startSecond(two.oakroom);
  });

  afterAll(async () => {
    await servers?.end();
    await two?.oakroom.end();
    await endBrowser();
  });

  it("each is on a process of their own, and sees at once where the other goes", async () => {
    await writes(leila, "Leila, from one process");
    await writes(ingrid, "Ingrid, from another");
    await leila.presses("Go to Close");
    await ingrid.presses("Go there too");
    expect(await portOf(leila)).not.toBe(await portOf(ingrid));
    expect(servers.balancer.led).toEqual([two.oakroom.ports.server, servers.second.ports.server]);
  });

  it("kill -9 of Ingrid's process: both go on where they were", async () => {
    const hers = (await portOf(ingrid)) === servers.second.ports.server ? servers.second : two.oakroom;
    await hers.kill();
    await takesAlong(ingrid, "The room was still there.");
    await leila.reads("The room was still there.");
    for (const person of [leila, ingrid]) await person.readsNoMore(/waits? to be sent/);
  });

  it("they close the session, and nothing is lost or there twice", async () => {
    await leila.presses("Close the session");
    await leila.sees("You and Ingrid");
    for (const person of [leila, ingrid]) {
      await person.visits(`/rooms/${two.room}`);
      for (const line of ["Leila, from one process", "Ingrid, from another"]) {
        await person.reads(line);
        expect(await person.page.getByText(line).count()).toBe(1);
      }
      await person.leaves();
    }
  });
});
