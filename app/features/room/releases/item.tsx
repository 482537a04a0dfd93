import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { wordsIn } from "../../../values/worded.ts";
import { Words } from "../../../web/ui/card.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { Request } from "./rules.ts";
import { releasesText as text } from "./text.ts";

/** The words of items by their hashes; none where an item is not here, or not of the one who was asked. */
export type WordsByHash = ReadonlyMap<string, ReadonlyArray<string>>;

/** What each request is about; `undefined` until all was read, so that nothing moves when it comes. */
export function useAskedWords({ roomId, me, other, view }: RoomInHand): WordsByHash | undefined {
  const words = useSignal<WordsByHash | undefined>(undefined);
  const { all } = view.state.releases;
  useEffect(() => {
    let over = false;
    const read = async () => {
      const proofs = await vault.proveItems(
        roomId,
        all.map(({ item }) => item.hash),
      );
      const owners = all.map(({ by }) => (by === me ? other : me));
      const found = await Promise.all(all.map((request, at) => wordsOf(request, proofs[at], owners[at])));
      if (!over) words.value = new Map(found);
    };
    void read();
    return () => {
      over = true;
    };
  }, [roomId, me, other, all, words]);
  return words.value;
}

async function wordsOf(
  { item: { hash } }: Request,
  proof: Uint8Array | undefined,
  owner: string | undefined,
): Promise<readonly [string, ReadonlyArray<string>]> {
  const shown = proof && (await vault.readProof(proof, undefined));
  const isTheirs = typeof shown === "object" && shown.author === owner && shown.hash === hash;
  return [hash, isTheirs ? wordsIn(shown.payload) : []];
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
