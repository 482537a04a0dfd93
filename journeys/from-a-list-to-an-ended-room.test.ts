import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { count, filesOf, rowsOfBackup, saidAndSent, search } from "./kit/canaries.ts";
import { nadia } from "./kit/fixtures.ts";
import { type Oakroom, startOakroom } from "./kit/oakroom.ts";
import { comes, type Visitor } from "./kit/visitor.ts";
import { managerBringsPeople } from "./kit/first-day.ts";
import * as story from "./kit/whole-story.ts";

let oakroom: Oakroom;
let manager: Visitor;
let lina: Visitor;
let ravi: Visitor;
let programme: string;
let room: string;
const keys: Record<"lina" | "ravi", story.Keys[]> = { lina: [], ravi: [] };

beforeAll(async () => {
  oakroom = await startOakroom();
});

afterAll(async () => {
  await oakroom?.end();
  await endBrowser();
});

describe("from a list of people to an ended room", () => {
  tellInChapters();

  it("Nadia brings 420 people from a file and invites them", async () => {
    ({ manager, programme } = await managerBringsPeople(oakroom));
    expect(programme).toMatch(/^\/programmes\//u);
  });

  it("Lina joins on her phone, Ravi at his desk; both make their keys", async () => {
    lina = await comes(oakroom, { ...story.lina, device: "phone" });
    ravi = await comes(oakroom, { ...story.ravi, timezoneId: "America/Sao_Paulo" });
    keys.lina = [await story.joins(lina, "Lina")];
    keys.ravi = [await story.joins(ravi, "Ravi", "Somebody took an hour for me when I was new.")];
  });

  it("Nadia asks the two, both say yes, and a date and a note pass", async () => {
    await story.managerAsks(manager, programme);
    room = await story.bothSayYes(ravi, lina);
  });

  it("they meet for the first time: at most 12 screens and 25 decisions away from the invitation", async () => {
    await story.firstMeeting(ravi, lina);
    for (const { met } of [lina, ravi]) {
      const before = met.screens.slice(0, met.screens.indexOf("Talk"));
      expect(before.length).toBeLessThanOrEqual(12);
      expect(met.decisions.indexOf("reaches Talk")).toBeLessThanOrEqual(25);
    }
  });

  it("they sign what they agreed, give three groups of the recovery code back, and close", async () => {
    for (const [person, [kept]] of [
      [lina, keys.lina],
      [ravi, keys.ravi],
    ] as const) {
      if (!kept) throw new Error("no keys were kept");
      await story.signs(person, kept);
      await story.givesGroupsBack(person, kept);
    }
    await story.closesTheFirst(ravi, lina);
    await lina.visits(`/rooms/${room}/agreement`);
    await lina.reads("Version 1 is signed by both of you.");
  });

  it("the second session: prepare, open, talk, close", async () => {
    await lina.visits(`/rooms/${room}`);
    await story.secondSession(ravi, lina);
  });

  it("between sessions: a note, an answer, a search", async () => {
    await story.betweenSessions(ravi, lina, room);
  });

  it("they pause, go on, and end; the room stays readable", async () => {
    await story.pauseAndEnd(ravi, lina, room);
  });

  it("Nadia sees that there was a pair, and not a word of it", async () => {
    await manager.leaves();
    manager = await comes(oakroom, nadia);
    await manager.signsIn();
    await manager.visits(`${programme}/pairs`);
    await manager.reads("Lina");
    const seen = await manager.page.locator("body").innerText();
    for (const secret of Object.values(story.secrets)) expect(seen).not.toContain(secret);
  });

  it("no browser complained, and no policy was broken", async () => {
    expect([manager, lina, ravi].flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });
});

describe("C39 S17: the canary search", () => {
  it("finds a planted secret in every form", () => {
    for (const form of [story.secrets.note, Buffer.from(story.secrets.note).toString("hex")])
      expect(
        search({ note: story.secrets.note }, [{ name: "planted", bytes: Buffer.from(`..${form}..`) }]),
      ).not.toEqual([]);
  });

  it("finds nothing of the room, of passphrases, recovery codes and private keys outside the two devices", async () => {
    const heard = (await Promise.all([lina, ravi].map(({ overheard }) => overheard.keys()))).flat();
    expect(heard.length).toBeGreaterThan(10);
    const backup = join(oakroom.dataFolder, "taken.backup");
    oakroom.command("backup", backup);
    await oakroom.stop();
    const places = [...filesOf(oakroom), ...(await rowsOfBackup(backup)), ...saidAndSent(oakroom)];
    // What may lie there is found there: a search that sees nothing would pass as well.
    const found = search({ address: story.lina.email }, places).map(({ where }) => where);
    expect(found).toEqual(expect.arrayContaining(["oakroom.db", "rows of the backup", "answers"]));
    const things: Record<string, string | Buffer> = { ...story.secrets };
    for (const [at, { passphrase, recoveryCode }] of [...keys.lina, ...keys.ravi].entries()) {
      things[`passphrase ${at}`] = passphrase;
      things[`recovery code ${at}`] = recoveryCode;
      things[`recovery code ${at} without hyphens`] = recoveryCode.replaceAll("-", "");
    }
    for (const [at, key] of heard.entries()) things[`key ${at}`] = key;
    expect(search(things, places)).toEqual([]);
  });

  it("finds tokens only in the mail of whom they are for, and in the one request; addresses in no log", () => {
    const mails = oakroom.outbox.all();
    const tokens = mails.flatMap(({ text }) => /#t=([\w-]{43})/.exec(text)?.[1] ?? []);
    // 420 are invited; the manager's sign-in, and that of each contact.
    expect(tokens).toHaveLength(423);
    const { wire, said } = oakroom;
    for (const token of tokens) {
      expect(count(wire.up, token)).toBeLessThanOrEqual(2);
      expect(count(wire.down, token)).toBe(0);
    }
    const database = filesOf(oakroom).filter(({ name }) => !name.startsWith("outbox/"));
    expect(
      search(Object.fromEntries(tokens.map((token, at) => [`token ${at}`, token])), [
        ...database,
        { name: "log", bytes: Buffer.from(said) },
      ]),
    ).toEqual([]);
    for (const { to } of mails) expect(said).not.toContain(to);
  });
});
