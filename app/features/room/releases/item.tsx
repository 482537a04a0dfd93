import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { AccountId, LogId } from "../../../values/id.ts";
import { wordsIn } from "../../../values/worded.ts";
import { Words } from "../../../web/ui/card.tsx";
import { releasesText as text } from "./text.ts";

/** The words of one item by its hash: `undefined` while they are looked for, none where they are not here or not this person's. */
export function useItemWords(roomId: LogId, hash: string, author: AccountId): ReadonlyArray<string> | undefined {
  const words = useSignal<ReadonlyArray<string> | undefined>(undefined);
  useEffect(() => {
    let over = false;
    const read = async () => {
      const proof = await vault.proveItem(roomId, hash);
      const shown = typeof proof === "string" ? proof : await vault.readProof(proof, undefined);
      const isTheirs = typeof shown === "object" && shown.author === author && shown.hash === hash;
      if (!over) words.value = isTheirs ? wordsIn(shown.payload) : [];
    };
    void read();
    return () => {
      over = true;
    };
  }, [roomId, hash, author, words]);
  return words.value;
}

/** Words of one item, or a line that says they cannot be shown. */
export function ItemWords({ words }: { readonly words: ReadonlyArray<string> | undefined }) {
  if (words === undefined) return null;
  if (words.length === 0) return <p class="muted small">{text.missing}</p>;
  return (
    <>
      {words.map((each) => (
        <Words key={each}>{each}</Words>
      ))}
    </>
  );
}
