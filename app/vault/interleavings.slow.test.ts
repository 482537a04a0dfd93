/** Two people and three devices, while answers overtake one another, streams lag and break, and devices come and go. */
import fc from "fast-check";
import { beforeAll, expect, it, vi } from "vitest";
import { AccountId, LogId } from "../values/id.ts";
import { MemoryStore } from "./memory-store.ts";
import { Double } from "./testing/double.ts";
import { type TestDevice, enrolled, freshUuid, note, openDevice, openDeviceOn, passphrase } from "./testing/people.ts";
import type { KeptLog, Keys } from "./testing/records.ts";
import { type Line, Traffic } from "./testing/traffic.ts";
import { copyStore, settled } from "./testing/world.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

/** What lies on a device and on the server at the moment at which it begins to count. */
interface Beginning {
  readonly account: AccountId;
  readonly store: MemoryStore;
  readonly keys: Keys;
  readonly ownLog: readonly [string, KeptLog] | undefined;
}

let leila: Beginning;
let phone: Beginning;
let ingrid: Beginning;

async function beginningOf(double: Double, device: TestDevice): Promise<Beginning> {
  const { account, store } = device;
  const keys = double.keys.get(account);
  const ownLog = (await store.get("account", ["", 0]))?.ownLog ?? "";
  const log = double.logs.get(ownLog);
  if (!keys || !log) throw new Error("no keys");
  const copy = await copyStore(store);
  return { account, store: copy, keys: structuredClone(keys), ownLog: [ownLog, structuredClone(log)] };
}

beforeAll(async () => {
  const double = new Double();
  const [hers, theirs] = [await enrolled(double), await enrolled(double)];
  for (const device of [hers, theirs]) {
    await settled(device);
    device.close();
  }
  leila = await beginningOf(double, hers);
  ingrid = await beginningOf(double, theirs);
  // The phone has just been added, and has sent nothing yet.
  double.hook = async ({ operation }, honest) =>
    ["announceEpoch", "appendEntry"].includes(operation) ? { kind: "offline" } : honest();
  const joining = await openDevice(double, hers.account);
  if (await joining.vault.unlock({ passphrase })) throw new Error("not unlocked");
  phone = { ...(await beginningOf(double, joining)), ownLog: undefined };
  joining.close();
});

/** A device that is gone writes nothing more, as a tab that was closed. */
class Disk extends MemoryStore {
  isGone = false;

  override commit(...args: Parameters<MemoryStore["commit"]>): ReturnType<MemoryStore["commit"]> {
    return this.isGone ? new Promise(() => undefined) : super.commit(...args);
  }
}

/** One person's device in a story. */
class Person {
  readonly #story: Story;
  readonly #account: AccountId;
  #store: MemoryStore;
  #disk = new Disk();
  #line: Line | undefined;
  device: TestDevice | undefined;

  constructor(story: Story, { account, store }: Beginning) {
    this.#story = story;
    this.#account = account;
    this.#store = store;
  }

  /** Opens it as it was left. */
  async open(): Promise<void> {
    this.#disk = await copyStore(this.#store, new Disk());
    this.#line = this.#story.traffic.lineOf(this.#account);
    this.device = await openDeviceOn(this.#line, this.#account, this.#disk);
  }

  /** The leading tab is closed, and another one takes over. */
  async handOver(): Promise<void> {
    if (!this.device) return;
    this.#disk.isGone = true;
    this.#store = this.#disk;
    this.device.close();
    this.#line?.end();
    this.device = undefined;
    await this.open();
  }

  break(): void {
    this.#line?.break();
  }

  /** Writes, as soon as the room is there. */
  async write(text: string): Promise<void> {
    const answer = await this.device?.vault.write(this.#story.room, note(text));
    if (typeof answer !== "object") this.#story.sometime(() => this.write(text));
  }
}

/** Somebody's keys reach the server, and whoever listens is told, or not. */
function arrive({ double }: Traffic, { account, keys, ownLog }: Beginning, isTold: boolean): void {
  double.keys.set(account, structuredClone(keys));
  if (ownLog) double.logs.set(ownLog[0], structuredClone(ownLog[1]));
  if (isTold) double.tellFact("keys", account);
}

class Story {
  readonly traffic: Traffic;
  readonly room = LogId.parse(freshUuid());
  readonly people: ReadonlyArray<Person>;
  readonly #failed: unknown[] = [];

  constructor(seed: number, isTold: boolean) {
    const double = new Double();
    this.traffic = new Traffic(double, seed);
    const [laptop, mobile, theirs] = [new Person(this, leila), new Person(this, phone), new Person(this, ingrid)];
    this.people = [laptop, mobile, theirs];
    arrive(this.traffic, leila, false);
    double.openRoom(this.room, [leila.account, ingrid.account]);
    this.sometime(() => laptop.open());
    this.sometime(async () => {
      arrive(this.traffic, ingrid, isTold);
      await theirs.open();
    });
    this.sometime(async () => {
      arrive(this.traffic, phone, isTold);
      await mobile.open();
    });
    for (const [at, person] of this.people.entries()) {
      for (const turn of [1, 2]) this.sometime(() => person.write(`${at}, ${turn}`));
      this.sometime(() => person.break());
    }
    this.sometime(() => laptop.handOver());
    this.sometime(() => theirs.break());
  }

  sometime(act: () => Promise<void> | void): void {
    const doIt = async () => {
      try {
        await act();
      } catch (error) {
        this.#failed.push(error);
      }
    };
    this.traffic.sometime(() => void doIt());
  }

  /** What each of the three shows of the room. */
  async shown(): Promise<ReadonlyArray<unknown>> {
    await this.traffic.run();
    if (this.#failed.length > 0) throw new AggregateError(this.#failed, "a step failed");
    return Promise.all(
      this.people.map(async ({ device }) => {
        const [view] = (await device?.vault.rooms()) ?? [];
        device?.close();
        if (!view) return undefined;
        const { condition, events, waiting, gaps, damaged, state } = view;
        return { condition, events, waiting, gaps, damaged, state };
      }),
    );
  }
}

const whole = { condition: { is: "ready" }, events: 6, waiting: 0, gaps: 0, damaged: 0 };

it("whatever overtakes whatever, all three devices end whole, and nobody has waited for time to pass", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, isTold) => {
      const [laptop, mobile, theirs] = await new Story(seed, isTold).shown();
      expect(laptop).toMatchObject(whole);
      expect(mobile).toEqual(laptop);
      expect(theirs).toEqual(laptop);
    }),
    { numRuns: 40, seed: 20_261_122, endOnFailure: true },
  );
});
