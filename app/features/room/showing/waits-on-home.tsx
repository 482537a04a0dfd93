import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { LogId } from "../../../values/id.ts";
import { lazily } from "../../../web/ui/lazily.tsx";
import { listDisclosures } from "../../programme/disclosures/api.ts";
import { useOwn } from "../frame/hand.tsx";
import { type ShowingState, waitingFrom } from "./rules.ts";
import type { WaitingCardProps } from "./waiting-card.tsx";

/** The card; most people never have one, and its code stays where it is. */
export const WaitingCard = lazily<WaitingCardProps>(() => import("./waiting-card.tsx").then((m) => m.WaitingCard));

/**
 * The room from which I showed something that a contact answered and I have not read; null where nothing waits, undefined until it is
 * known. Asked for once, and again where one's own log turns out to hold more that was shown, as after a start on a slow device:
 * otherwise nothing moves under a finger when more comes.
 */
export function useWaitingAnswer(isOpen: boolean): ReadonlySignal<LogId | null | undefined> {
  const own = useOwn();
  const waiting = useSignal<LogId | null | undefined>(undefined);
  const asked = useRef(-1);
  useEffect(() => {
    if (!isOpen || !own || own.state.showing.shown.length <= asked.current) return;
    asked.current = own.state.showing.shown.length;
    void find(own.state.showing).then((found) => (waiting.value ??= found));
  }, [isOpen, own, waiting]);
  return waiting;
}

/** Whoever showed nothing asks the server nothing: it learns of no visit. */
async function find(state: ShowingState): Promise<LogId | null> {
  if (state.shown.length === 0) return null;
  try {
    const answer = await listDisclosures(new AbortController().signal);
    const found = answer.kind === "done" ? waitingFrom(state, answer.value.sent) : undefined;
    if (found) await WaitingCard.fetch();
    return found ?? null;
  } catch {
    return null;
  }
}
