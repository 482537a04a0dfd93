import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { LogId } from "../../../values/id.ts";
import { wordsIn } from "../../../values/worded.ts";
import { Words } from "../../../web/ui/card.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { releasesText as text } from "./text.ts";

/** What a request is about. */
export interface AskedItem {
  /** None where the item is not here, or not of the one who was asked. */
  readonly words: ReadonlyArray<string>;
  /** False where it went into the room in parts: no proof of one item holds it, so that only other words can be handed over. */
  readonly isWhole: boolean;
}

/** The items by their hashes. */
export type ItemsByHash = ReadonlyMap<string, AskedItem>;

/** What each request is about; `undefined` until all was read, so that nothing moves when it comes. */
export function useAskedItems({ roomId, me, other, view }: RoomInHand): ItemsByHash | undefined {
  const items = useSignal<ItemsByHash | undefined>(undefined);
  const { all } = view.state.releases;
  useEffect(() => {
    let over = false;
    const read = async () => {
      const proofs = await vault.proveItems(
        roomId,
        all.map(({ item }) => item.hash),
      );
      const owners = all.map(({ by }) => (by === me ? other : me));
      const found = await Promise.all(
        all.map(async ({ item: { hash } }, at) => [hash, await itemOf(roomId, hash, proofs[at], owners[at])] as const),
      );
      if (!over) items.value = new Map(found);
    };
    void read();
    return () => {
      over = true;
    };
  }, [roomId, me, other, all, items]);
  return items.value;
}

async function itemOf(
  roomId: LogId,
  hash: string,
  proof: Uint8Array | undefined,
  owner: string | undefined,
): Promise<AskedItem> {
  const shown = proof && (await vault.readProof(proof, undefined));
  if (typeof shown !== "object") return { words: await wordsInRoom(roomId, hash, owner), isWhole: false };
  const isTheirs = shown.author === owner && shown.hash === hash;
  return { words: isTheirs ? wordsIn(shown.payload) : [], isWhole: isTheirs };
}

/** What went in parts is read where it stands, so that its owner knows what they are asked about. */
async function wordsInRoom(
  roomId: LogId,
  hash: string,
  owner: string | undefined,
  before?: string,
): Promise<ReadonlyArray<string>> {
  const page = await vault.timeline(roomId, { limit: 200, ...(before === undefined ? {} : { before }) });
  if (page === "no-such-room") return [];
  const found = page.entries.find((entry) => entry.is === "event" && entry.event.hash === hash);
  if (found?.is === "event") return found.event.author === owner ? wordsIn(found.event.payload) : [];
  const [first] = page.entries;
  return page.hasEarlier && first ? wordsInRoom(roomId, hash, owner, first.place) : [];
}

/** True where an item can be handed over as it is written; `undefined` until that is known. */
export function useIsWhole(roomId: LogId, hash: string): boolean | undefined {
  const isWhole = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    let over = false;
    const look = async () => {
      const [proof] = await vault.proveItems(roomId, [hash]);
      const shown = proof && (await vault.readProof(proof, undefined));
      if (!over) isWhole.value = typeof shown === "object";
    };
    void look();
    return () => {
      over = true;
    };
  }, [roomId, hash, isWhole]);
  return isWhole.value;
}

/** Words of one item, or a line that says they cannot be shown. */
export function ItemWords({ words }: { readonly words: ReadonlyArray<string> }) {
  if (words.length === 0) return <p class="muted small">{text.missing}</p>;
  return (
    <>
      {words.map((each) => (
        <Words key={each}>{each}</Words>
      ))}
    </>
  );
}
