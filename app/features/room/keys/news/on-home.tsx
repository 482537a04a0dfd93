import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../../vault/browser/client.ts";
import type { KeyNews } from "../../../../vault/secrets.ts";
import { lazily } from "../../../../web/ui/lazily.tsx";
import type { KeyNewsCardsProps } from "./key-news.tsx";

/** The cards; most days there is none, and their code stays where it is. */
export const KeyNewsCards = lazily<KeyNewsCardsProps>(() => import("./key-news.tsx").then((m) => m.KeyNewsCards));

/** What there is to tell; undefined until it is known. Asked for once: nothing moves under a finger when more comes. */
export function useKeyNews(isOpen: boolean): ReadonlySignal<ReadonlyArray<KeyNews> | undefined> {
  const news = useSignal<ReadonlyArray<KeyNews> | undefined>(undefined);
  useEffect(() => {
    if (isOpen) void find().then((found) => (news.value ??= found));
  }, [isOpen, news]);
  return news;
}

/** Comes with the code that draws it, so that what stands below is drawn once. */
async function find(): Promise<ReadonlyArray<KeyNews>> {
  const news = await vault.keyNews().catch(() => []);
  if (news.length > 0) await KeyNewsCards.fetch();
  return news;
}
