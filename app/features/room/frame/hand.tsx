/** How screens hold the vault and a room: signals that every screen shares, and writing with a word when it could not be done. */
import { computed, effect, signal, type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { startVault, stopVault, vault } from "../../../vault/browser/client.ts";
import type { OwnView, RoomView, Unwatch, VaultStatus, WriteRefusal } from "../../../vault/vault.ts";
import { type AccountId, type ItemId, type LogId, SessionId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { away } from "../../../web/client/client.ts";
import { newId } from "../../../web/client/new-id.ts";
import { toast } from "../../../web/ui/toast.tsx";
import { refreshRelationships, relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { me, standing } from "../../programme/sign-in/api.ts";
import type { NewEvent } from "../state/schema.ts";
import { nameShown } from "./named/rules.ts";
import { pairsAreFresh, usePairs } from "./pairs.tsx";

const status = signal<VaultStatus>({ is: "starting" });
const isUnlocked = computed(() => status.value.is === "unlocked");
const own = signal<OwnView | undefined>(undefined);

/** How long to wait before asking again for what the vault has not heard of yet, in ms. */
const askAgainMs = 300;

/** Where the vault stands. */
export const vaultStatus: ReadonlySignal<VaultStatus> = status;

let follows = false;

/** Begins to follow the vault and hints about open facts; every screen that needs them calls it, and it happens once. */
export function followVault(): void {
  if (follows) return;
  follows = true;
  effect(() => {
    const person = me.value?.accountId;
    if (person) startVault(person);
    else if (standing.value.kind === "signed-out") leave();
  });
  void vault.watchStatus((next) => {
    status.value = next;
    // The vault's stream breaks before any screen calls.
    if (next.is === "unlocked" && !next.sync.online) away.value = true;
  });
  void vault.watchFacts((fact) => {
    if (fact.about === "relationship") void refreshRelationships();
  });
  effect(() => (isUnlocked.value ? followOwn() : undefined));
}

/** Follows what the vault may not have heard of yet: where it answers with a word, it is asked again, until the answer is called. */
function keepAsking<View>(
  follow: (tell: (view: View) => void) => Promise<Unwatch | "locked" | "no-such-room">,
  listener: (view: View) => void,
): Unwatch {
  let over = false;
  let end: Unwatch = () => undefined;
  const begin = async () => {
    const answer = await follow((view) => {
      if (!over) listener(view);
    });
    if (typeof answer === "string") {
      const timer = setTimeout(() => void begin(), askAgainMs);
      end = () => clearTimeout(timer);
    } else end = answer;
    if (over) end();
  };
  void begin();
  return () => {
    over = true;
    end();
  };
}

/** Follows one's own log for all screens, so that each of them has it from its first moment, until the answer is called. */
function followOwn(): Unwatch {
  const end = keepAsking<OwnView>(
    (tell) => vault.watchOwn(tell),
    (next) => (own.value = next),
  );
  return () => {
    end();
    own.value = undefined;
  };
}

/** Nobody is signed in any more: what was opened here goes from the page. */
function leave(): void {
  stopVault();
  status.value = { is: "starting" };
  relationships.value = undefined;
}

/** Follows the vault while a screen is shown, and fetches the pairs where nobody has. */
export function useVault(): ReadonlySignal<VaultStatus> {
  usePairs();
  useEffect(followVault, []);
  return vaultStatus;
}

/** The room whose screens show what was before, and nothing of now (`RoomView.before`); Home goes back to now. */
export const lookedBackAt = signal<LogId | undefined>(undefined);

/** A room as its screens hold it. */
export interface RoomInHand {
  readonly roomId: LogId;
  readonly view: RoomView;
  readonly relationship: Relationship;
  /** False once the pair has ended, while it is paused, while the room waits for its ending since one of the two has left, until the other lets one's new keys in, and where `isBefore`. */
  readonly isOpen: boolean;
  /** True where the screens show the room as it was before the other came back without that: nothing is written there. */
  readonly isBefore: boolean;
  /** The other person's first name or the name they chose. */
  readonly name: string;
  readonly me: AccountId;
  readonly other: AccountId;
  /** Writes one event; says a sentence and answers `undefined` where it could not be written. */
  readonly write: (event: NewEvent) => Promise<ItemId | undefined>;
}

/** Nothing yet, not there for this person, or a room. */
export type RoomLoad = "waiting" | "missing" | RoomInHand;

/**
 * Follows one room until the answer is called. The server may tell of a pair before the vault has read its log
 * (a new device, a second yes a moment ago): then it asks again.
 */
export function followRoom(roomId: LogId, listener: (view: RoomView) => void): Unwatch {
  return keepAsking<RoomView>(
    (tell) => vault.watchRoom(roomId, tell),
    (view) => {
      if (!isUnread(view)) listener(view);
    },
  );
}

/** On a device that is new to a room, nothing of it is there at first, or a part: that is no empty room. */
function isUnread({ condition }: RoomView): boolean {
  return condition.is === "unread" || (condition.is === "reading" && condition.done === 0);
}

/** A room as it is now: what was written a moment ago is in it, also where the screen has not heard of it yet. */
export function roomNow(roomId: LogId): Promise<RoomView> {
  return new Promise((resolve) => {
    const end = followRoom(roomId, (view) => {
      resolve(view);
      end();
    });
  });
}

/** Resolves once all that was written into a room is sent, or after a while in which it could not be, in ms. */
export function untilSent(roomId: LogId, patienceMs = 8000): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      end();
      resolve();
    };
    const timer = setTimeout(settle, patienceMs);
    const end = followRoom(roomId, ({ waiting }) => {
      if (waiting === 0) settle();
    });
  });
}

/** Follows one room while a screen is shown. */
export function useRoom(roomId: LogId): RoomLoad {
  const view = useSignal<RoomView | undefined>(undefined);
  const unlocked = useVault().value.is === "unlocked";

  useEffect(() => {
    if (!unlocked) return undefined;
    return followRoom(roomId, (next) => (view.value = next));
  }, [roomId, unlocked, view]);

  const relationship = relationships.value?.find((one) => one.roomId === roomId);
  if (pairsAreFresh.value && relationships.value && !relationship) return "missing";
  // Screens of a room show both: neither comes before the other.
  if (!view.value || !relationship || !own.value) return "waiting";
  const { before } = view.value;
  const isBefore = before !== undefined && lookedBackAt.value === roomId;
  return inHand(isBefore ? { ...view.value, state: before } : view.value, relationship, isBefore);
}

function inHand(view: RoomView, relationship: Relationship, isBefore: boolean): RoomInHand {
  const isLive = relationship.state === "live" && !relationship.leaving;
  return {
    roomId: view.room,
    view,
    relationship,
    isOpen: isLive && !isBefore && view.condition.is !== "to-be-readmitted",
    isBefore,
    name: nameShown(relationship.partner.name),
    me: view.me,
    other: view.other,
    write: (event) => writeInto(view.room, event),
  };
}

/** Writes one event into a room; says a sentence and answers `undefined` where it could not be written. */
export async function writeInto(roomId: LogId, event: NewEvent): Promise<ItemId | undefined> {
  return told(await vault.write(roomId, event).catch(gone));
}

/** Writes one event into one's own log; says a sentence and answers `undefined` where it could not be written. */
export async function writeOwn(event: NewEvent): Promise<ItemId | undefined> {
  return told(await vault.writeOwn(event).catch(gone));
}

// The browser has taken away what the vault keeps here, while the page stands.
const gone = () => "gone" as const;

function told(answer: { readonly id: ItemId } | WriteRefusal | "gone"): ItemId | undefined {
  if (typeof answer !== "string") return answer.id;
  // Hardly ever needed, and every screen of a room would carry it.
  void import("../../../vault/text.ts").then(({ writeText }) => toast(writeText[answer]));
  return undefined;
}

/** One's own log; `undefined` until it is read. Inside a room it is: the room waits for it. */
export function useOwn(): OwnView | undefined {
  useVault();
  return own.value;
}

/** The time, told again every half minute and when the page is looked at again. */
export function useNow(): Instant {
  const [start] = useState(() => Instant.parse(Date.now()));
  const now = useSignal(start);
  useEffect(() => {
    const tell = () => (now.value = Instant.parse(Date.now()));
    const timer = setInterval(tell, 30_000);
    document.addEventListener("visibilitychange", tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [now]);
  return now.value;
}

/** A new id for a session that is about to be offered or planned. */
export function newSessionId(): SessionId {
  return SessionId.parse(newId());
}
