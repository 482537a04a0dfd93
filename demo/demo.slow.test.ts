import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../app/server/database/open.ts";
import { inForce } from "../app/features/room/agreement/rules.ts";
import type { RoomView } from "../app/vault/vault.ts";
import { ReadMe, SignInWithLink } from "../app/features/programme/sign-in/schema.ts";
import { ListPeople } from "../app/features/programme/people/schema.ts";
import { openVaultOf } from "./person.ts";
import { Outbox, tokenOf } from "./outbox.ts";
import { Visitor } from "./visitor.ts";

const patienceMs = 280_000;
const program = fileURLToPath(new URL("main.ts", import.meta.url));

interface Introduced {
  readonly link: string;
  readonly passphrase: string;
}

let said = "";
let dataFolder = "";
let end: () => Promise<number | null>;

const introductions = (): ReadonlyArray<Introduced> =>
  [...said.matchAll(/Sign-in link: (\S+)\n\s+Passphrase: (.+)/g)].map(([, link = "", passphrase = ""]) => ({
    link,
    passphrase,
  }));

const setting = () => {
  const origin = /Oakroom is ready at (http:\/\/localhost:\d+)/.exec(said)?.[1] ?? "";
  return {
    door: { address: origin.replace("localhost", "127.0.0.1"), origin },
    outbox: new Outbox(dataFolder),
    now: Date.now,
  };
};

async function signInAs(who: number): Promise<{ readonly visitor: Visitor; readonly passphrase: string }> {
  const { link, passphrase } = introductions()[who] ?? { link: "", passphrase: "" };
  const visitor = new Visitor(setting().door);
  await visitor.ask(SignInWithLink, { body: { token: tokenOf(link) } });
  return { visitor, passphrase };
}

beforeAll(async () => {
  const running = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "pipe"] });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const hear = (text: string) => {
    said += text;
    if (said.includes("Ctrl-C ends")) resolve();
  };
  running.stdout.setEncoding("utf8").on("data", hear);
  running.stderr.setEncoding("utf8").on("data", hear);
  const ended = new Promise<number | null>((tell) => running.once("exit", tell));
  void ended.then(() => reject(new Error(`the demo ended:\n${said}`)));
  end = () => {
    running.kill("SIGINT");
    return ended;
  };
  await promise;
  dataFolder = dirname(/(\S+outbox)/.exec(said)?.[1] ?? "");
}, patienceMs);

afterAll(() => end());

describe("npm run demo", () => {
  it("prints four sign-in links, each with a passphrase", () => {
    expect(introductions()).toHaveLength(4);
    for (const { passphrase } of introductions()) expect(passphrase.split(/[\s-]/)).toHaveLength(6);
  });

  it("lets the mentor of two sign in, unlock and read both rooms", async () => {
    const { visitor, passphrase } = await signInAs(1);
    const device = await openVaultOf(setting(), visitor);
    expect(await device.vault.unlock({ passphrase })).toBe(undefined);
    const rooms = await untilRead(() => device.vault.rooms());
    expect(rooms).toHaveLength(2);
    for (const { damaged, gaps, events } of rooms) expect([damaged, gaps, events > 20]).toEqual([0, 0, true]);
    const signed = rooms.map(({ state, me, other }) => inForce(state.agreement, [me, other])?.version ?? 0);
    expect(signed.toSorted((a, b) => a - b)).toEqual([1, 2]);
    const met = rooms.map(({ state }) => state.sessions.all.filter(({ standing }) => standing === "closed").length);
    expect(met.toSorted((a, b) => a - b)).toEqual([3, 4]);
    const next = rooms.flatMap(({ state }) =>
      state.sessions.all.flatMap(({ standing, plan }) => (standing === "planned" && plan ? [plan.startsAt] : [])),
    );
    expect(next).toHaveLength(1);
    expect((next[0] ?? 0) - Date.now()).toBeLessThan(24 * 3_600_000);
    expect(next[0] ?? 0).toBeGreaterThan(Date.now());
    device.close();
  });

  it("lets the mentee read what her mentor wrote, and the six words of each contact's key", async () => {
    const { visitor, passphrase } = await signInAs(2);
    const device = await openVaultOf(setting(), visitor);
    expect(await device.vault.unlock({ passphrase })).toBe(undefined);
    await untilRead(() => device.vault.rooms());
    expect((await device.vault.search("first slide")).length).toBe(1);
    const [place] = (await visitor.ask(ReadMe, {})).participations;
    expect(place?.contacts.map(({ fingerprint }) => fingerprint?.split(" ").length)).toEqual([6, 6]);
    device.close();
  });

  it("lets the contact for concerns unlock, ready for the two of a pair", async () => {
    const { visitor, passphrase } = await signInAs(3);
    const device = await openVaultOf(setting(), visitor);
    expect(await device.vault.unlock({ passphrase })).toBe(undefined);
    expect((await visitor.ask(ReadMe, {})).contactIn).toMatchObject([{ state: "ready" }]);
    device.close();
  });

  it("gives the manager forty people who stand at different stages, and keys to nobody but those who enrolled and the contacts", async () => {
    const { visitor } = await signInAs(0);
    const { manages } = await visitor.ask(ReadMe, {});
    const programmeId = manages[0]?.programmeId;
    if (!programmeId) throw new Error("she manages nothing");
    const { people } = await visitor.ask(ListPeople, { params: { programmeId } });
    expect(people).toHaveLength(40);
    expect(new Set(people.map(({ state }) => state))).toEqual(new Set(["added", "invited", "enrolled"]));
    const db = openDatabase({ dataFolder, databaseUrl: undefined });
    const holders = await db.read
      .selectFrom("key_slot")
      .innerJoin("account", "account.id", "key_slot.account_id")
      .select("account.email")
      .distinct()
      .execute();
    await db.close();
    const enrolled = people.filter(({ state }) => state === "enrolled").map(({ email }) => email);
    const contacts = ["lena.brandt@harbour.example", "paul.okafor@harbour.example"];
    expect(holders.map(({ email }) => email).toSorted()).toEqual([...enrolled, ...contacts].toSorted());
  });

  it("removes its folder when it is told to end", async () => {
    expect(existsSync(join(dataFolder, "oakroom.db"))).toBe(true);
    expect(await end()).toBe(0);
    expect(existsSync(dataFolder)).toBe(false);
  });
});

/** Asks until every room is read to its end. */
async function untilRead(rooms: () => Promise<ReadonlyArray<RoomView>>): Promise<ReadonlyArray<RoomView>> {
  const read = async () => {
    const all = await rooms();
    const isRead = ({ condition, damaged, opening, gaps, events }: RoomView) =>
      condition.is === "ready" && events > 0 && damaged + opening + gaps === 0;
    return all.length > 0 && all.every(isRead) ? all : undefined;
  };
  await expect.poll(read, { timeout: 60_000 }).toBeDefined();
  return (await read()) ?? [];
}
