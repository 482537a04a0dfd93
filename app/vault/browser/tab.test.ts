import { afterEach, describe, expect, it, vi } from "vitest";
import type { RoomView, Unwatch, Vault, VaultStatus } from "../vault.ts";
import { AccountId, LogId } from "../../values/id.ts";
import { freshUuid } from "../testing/people.ts";
import { remoteVault } from "../remote-vault.ts";
import { Asker } from "../rpc.ts";
import { beatMs } from "./leading.ts";
import { Tab } from "./tab.ts";

const room = LogId.parse(freshUuid());
const tabs: TestTab[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

/** The part of a vault that these stories use: it says which device leads, and counts what it was asked. */
class FakeVault {
  readonly name: string;
  readonly asked: string[] = [];
  readonly watchers = new Set<(status: VaultStatus) => void>();

  constructor(name: string) {
    this.name = name;
  }

  async suggestPassphrase() {
    this.asked.push("suggestPassphrase");
    return this.name;
  }

  async lock() {
    throw new Error("what somebody wrote");
  }

  async watchStatus(listener: (status: VaultStatus) => void): Promise<Unwatch> {
    this.watchers.add(listener);
    listener({ is: "no-keys" });
    return () => void this.watchers.delete(listener);
  }

  async watchRoom(_room: LogId, _listener: (view: RoomView) => void) {
    return "no-such-room" as const;
  }
}

interface TestTab {
  readonly vault: Vault;
  readonly fake: FakeVault;
  close(): void;
}

function isVault(fake: unknown): fake is Vault {
  return typeof fake === "object";
}

function openTab(account: string, name: string): TestTab {
  const fake = new FakeVault(name);
  const open = async () => {
    if (!isVault(fake)) throw new Error("no vault");
    return fake;
  };
  const tab: Tab = new Tab(account, undefined, open, (answering) =>
    queueMicrotask(() => asker.take(structuredClone(answering))),
  );
  const asker = new Asker((asking) => queueMicrotask(() => tab.takeFromPage(structuredClone(asking))));
  const opened = { vault: remoteVault(asker), fake, close: () => tab.close() };
  tabs.push(opened);
  return opened;
}

const anAccount = () => AccountId.parse(freshUuid());

describe("one tab", () => {
  it("asks and is told", async () => {
    const { vault, fake } = openTab(anAccount(), "first");
    expect(await vault.suggestPassphrase()).toBe("first");
    const seen: string[] = [];
    const stop = await vault.watchStatus(({ is }) => seen.push(is));
    for (const tell of fake.watchers) tell({ is: "locked", isKnownDevice: true });
    await expect.poll(() => seen).toEqual(["no-keys", "locked"]);
    stop();
    await expect.poll(() => fake.watchers.size).toBe(0);
  });

  it("hears the vault's own word where it does not watch", async () => {
    const { vault } = openTab(anAccount(), "first");
    expect(await vault.watchRoom(room, () => undefined)).toBe("no-such-room");
  });

  it("hears of a defect without a word of what was written", async () => {
    const { vault } = openTab(anAccount(), "first");
    await expect(vault.lock()).rejects.toThrow(/^the vault could not answer$/);
  });

  it("that cannot hold keys says why, and answers nothing else", async () => {
    const account = anAccount();
    const tab: Tab = new Tab(
      account,
      "no-storage",
      () => Promise.reject(new Error("never")),
      (answering) => asker.take(answering),
    );
    const asker = new Asker((asking) => tab.takeFromPage(asking));
    const vault = remoteVault(asker);
    const seen: VaultStatus[] = [];
    await vault.watchStatus((status) => seen.push(status));
    expect(seen).toEqual([{ is: "unavailable", because: "no-storage" }]);
    await expect(vault.suggestPassphrase()).rejects.toThrow("could not answer");
    tab.close();
  });
});

describe("two tabs of an account", () => {
  it("have one vault: the second passes on what its page asks", async () => {
    const account = anAccount();
    const first = openTab(account, "first");
    await first.vault.suggestPassphrase();
    const second = openTab(account, "second");
    expect(await second.vault.suggestPassphrase()).toBe("first");
    expect(second.fake.asked).toEqual([]);
    const seen: string[] = [];
    await second.vault.watchStatus(({ is }) => seen.push(is));
    for (const tell of first.fake.watchers) tell({ is: "unknown" });
    await expect.poll(() => seen).toEqual(["no-keys", "unknown"]);
  });

  it("when the first closes, the second takes over, and its watches go on", async () => {
    const account = anAccount();
    const first = openTab(account, "first");
    await first.vault.suggestPassphrase();
    const second = openTab(account, "second");
    const seen: string[] = [];
    await second.vault.watchStatus(({ is }) => seen.push(is));
    expect(first.fake.watchers.size).toBe(1);
    first.close();
    expect(await second.vault.suggestPassphrase()).toBe("second");
    await expect.poll(() => second.fake.watchers.size).toBe(1);
    for (const tell of second.fake.watchers) tell({ is: "unknown" });
    await expect.poll(() => seen.at(-1)).toBe("unknown");
  });

  it("when the second closes, the first forgets what it watched", async () => {
    const account = anAccount();
    const first = openTab(account, "first");
    await first.vault.suggestPassphrase();
    const second = openTab(account, "second");
    await second.vault.watchStatus(() => undefined);
    expect(first.fake.watchers.size).toBe(1);
    second.close();
    await expect.poll(() => first.fake.watchers.size).toBe(0);
  });

  it("of two accounts have nothing to do with each other", async () => {
    const first = openTab(anAccount(), "first");
    const other = openTab(anAccount(), "other");
    expect(await first.vault.suggestPassphrase()).toBe("first");
    expect(await other.vault.suggestPassphrase()).toBe("other");
  });

  it("takes the lead from one that says nothing for long, and leaves one alone that does", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    const account = anAccount();
    let isTaken = false;
    // A tab that its browser has frozen: it holds the lock, and hears nothing.
    const frozen = navigator.locks
      .request(`oakroom-vault-${account}`, () => new Promise(() => undefined))
      .catch(() => (isTaken = true));
    const second = openTab(account, "second");
    const answer = second.vault.suggestPassphrase();
    for (let beat = 0; beat < 4; beat += 1) vi.advanceTimersByTime(beatMs);
    expect(await answer).toBe("second");
    await frozen;
    expect(isTaken).toBe(true);
    const third = openTab(account, "third");
    for (let beat = 0; beat < 8; beat += 1) {
      expect(await third.vault.suggestPassphrase()).toBe("second");
      vi.advanceTimersByTime(beatMs);
    }
    vi.useRealTimers();
    expect(third.fake.asked).toEqual([]);
  });

  it("stands down where another one took the lead, and its page is answered by that one", async () => {
    const account = anAccount();
    const first = openTab(account, "first");
    expect(await first.vault.suggestPassphrase()).toBe("first");
    await first.vault.watchStatus(() => undefined);
    const taken = Promise.withResolvers<void>();
    void navigator.locks.request(`oakroom-vault-${account}`, { steal: true }, () => taken.promise);
    const second = openTab(account, "second");
    await expect.poll(() => first.fake.watchers.size).toBe(0);
    const answer = first.vault.suggestPassphrase();
    taken.resolve();
    expect(["first", "second"]).toContain(await answer);
    expect(await second.vault.suggestPassphrase()).toBe(await first.vault.suggestPassphrase());
  });
});
