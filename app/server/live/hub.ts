/** Wakes live connections when something changed. A wake is a hint: whoever wakes reads the truth from the database. */
import type { AccountId, LogId } from "../../values/id.ts";

/** What an open fact is about; the browser fetches it again. */
export type FactAbout = "relationship" | "match" | "keys" | "programme" | "me";

/** A fact that changed for some people. */
export interface Fact {
  readonly about: FactAbout;
  readonly id: string;
}

/** One live connection, as the hub knows it. */
export interface Listener {
  readonly accountId: AccountId;
  /** Something was appended to a log that the person belongs to. */
  logChanged(logId: LogId): void;
  factChanged(fact: Fact): void;
  /** The sign-in record was revoked, or the server stops: the connection ends at once. */
  end(): void;
}

/** Where routes announce, and where streams listen. */
export interface Live {
  /** Announces new items in a log, after they are on disk. `members` are the accounts that may read it. */
  logChanged(logId: LogId, members: ReadonlyArray<AccountId>): void;
  /** Announces a changed fact to people. */
  factChanged(fact: Fact, people: ReadonlyArray<AccountId>): void;
  /** Ends the connections of a person, after a sign-in record was revoked. They come back with another record, or not at all. */
  endAll(person: AccountId): void;
  /** Ends every connection: the server stops. */
  endEverything(): void;
  /** Adds a listener; the answer removes it. */
  listen(listener: Listener): () => void;
  /** How many listen. */
  readonly listening: number;
}

/** The hub of one process. */
export function makeHub(): Live {
  const byPerson = new Map<AccountId, Set<Listener>>();
  let listening = 0;
  const each = (people: ReadonlyArray<AccountId>, tell: (listener: Listener) => void) => {
    for (const person of people) for (const listener of [...(byPerson.get(person) ?? [])]) tell(listener);
  };
  return {
    logChanged: (logId, members) => each(members, (listener) => listener.logChanged(logId)),
    factChanged: (fact, people) => each(people, (listener) => listener.factChanged(fact)),
    endAll: (person) => each([person], (listener) => listener.end()),
    endEverything: () => each([...byPerson.keys()], (listener) => listener.end()),
    listen(listener) {
      const known = byPerson.get(listener.accountId) ?? new Set();
      byPerson.set(listener.accountId, known.add(listener));
      listening += 1;
      return () => {
        if (!known.delete(listener)) return;
        listening -= 1;
        if (known.size === 0) byPerson.delete(listener.accountId);
      };
    },
    get listening() {
      return listening;
    },
  };
}
