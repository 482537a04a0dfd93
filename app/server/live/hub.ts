/** Wakes live connections when something changed. A wake is a hint: whoever wakes reads the truth from the database. */
import type { AccountId, LogId, SignInId } from "../../values/id.ts";

/** What an open fact is about; the browser fetches it again. */
export type FactAbout = "relationship" | "match" | "keys" | "programme" | "me" | "disclosure";

/** A fact that changed for some people. */
export interface Fact {
  readonly about: FactAbout;
  readonly id: string;
}

/** One live connection, as the hub knows it. */
export interface Listener {
  readonly accountId: AccountId;
  readonly signInId: SignInId;
  /** Something was appended to a log that the person belongs to, or the log is new. */
  logChanged(logId: LogId): void;
  factChanged(fact: Fact): void;
  /** The sign-in record was revoked, or the server stops: the connection ends at once. */
  end(): void;
}

/** How often streams are looked after, in ms. */
export interface LiveTiming {
  /** Each stream gets a comment line this often, and is compared with the database. */
  readonly beatMs: number;
  /** While hints of other processes do not arrive, all streams are compared this often. */
  readonly deafMs: number;
}

/** The real lengths. Proxies cut connections that are silent for a minute. */
export const liveTiming: LiveTiming = { beatMs: 25_000, deafMs: 2000 };

/** Where routes announce, and where streams listen. */
export interface Live {
  /** Announces new items in a log, after they are on disk. `members` are the accounts that may read it. */
  logChanged(logId: LogId, members: ReadonlyArray<AccountId>): void;
  /** Announces a changed fact to people. */
  factChanged(fact: Fact, people: ReadonlyArray<AccountId>): void;
  /** Ends the connections of a person, after a sign-in record was revoked. They come back with another record, or not at all. */
  endAll(person: AccountId): void;
  /** Ends every connection of this process: the server stops. */
  endEverything(): void;
  /** Adds a listener; the answer removes it. */
  listen(listener: Listener): () => void;
  /** How many listen. */
  readonly listening: number;
  /** True while hints of other processes do not arrive, so that streams look for themselves more often. */
  readonly deaf: boolean;
  readonly timing: LiveTiming;
}

/** So many live connections one person has; one more ends the oldest. A device has one. */
export const mostStreams = 20;

/** The hub of one process. */
export function makeHub(timing: LiveTiming = liveTiming): Live {
  const byPerson = new Map<AccountId, ReadonlyArray<Listener>>();
  let listening = 0;
  const each = (people: Iterable<AccountId>, tell: (listener: Listener) => void) => {
    for (const person of people) for (const listener of byPerson.get(person) ?? []) tell(listener);
  };
  return {
    logChanged: (logId, members) => each(members, (listener) => listener.logChanged(logId)),
    factChanged: (fact, people) => each(people, (listener) => listener.factChanged(fact)),
    endAll: (person) => each([person], (listener) => listener.end()),
    endEverything: () => each([...byPerson.keys()], (listener) => listener.end()),
    listen(listener) {
      // A new list each time: whoever is walking along the old one is not disturbed.
      const all = [...(byPerson.get(listener.accountId) ?? []), listener];
      byPerson.set(listener.accountId, all);
      listening += 1;
      for (const oldest of all.slice(0, -mostStreams)) oldest.end();
      return () => {
        const known = byPerson.get(listener.accountId) ?? [];
        const others = known.filter((one) => one !== listener);
        listening -= known.length - others.length;
        if (others.length === 0) byPerson.delete(listener.accountId);
        else byPerson.set(listener.accountId, others);
      };
    },
    get listening() {
      return listening;
    },
    deaf: false,
    timing,
  };
}
