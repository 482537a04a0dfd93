import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { hindranceText, type Answer } from "../../../web/client/answer.ts";
import { formatCount } from "../../../web/client/format.ts";
import type { Load } from "../../../web/client/load.ts";
import { toast } from "../../../web/ui/toast.tsx";
import type { DraftId } from "../../../values/id.ts";
import { acceptDraft, makeDraft, newDraftId, sendDraft } from "./drafts/api.ts";
import type { Board, DraftChanges, HandChange } from "./drafts/schema.ts";
import { type BoardRefusal, refusalText, text } from "./text.ts";

/** A change that was tried and waits for a yes. */
export interface Proposed {
  readonly draftId: DraftId;
  readonly insteadOf: DraftId;
  readonly changes: DraftChanges;
  /** What is said once it is kept. */
  readonly told: string;
}

/** What is under way. */
export type Act = "draft" | "change" | "keep" | "send";

/** What a manager can do on the board. Every act shows its outcome, or says why not. */
export interface Hand {
  readonly programmeId: string;
  readonly board: Board;
  /** What is being worked out now. */
  readonly busy: ReadonlySignal<Act | undefined>;
  /** Why the last act did not happen. */
  readonly trouble: Signal<string | undefined>;
  readonly proposed: Signal<Proposed | undefined>;
  /** Makes the first draft, or tries one with everyone who takes part now. */
  readonly draft: () => Promise<void>;
  /** Tries a change; one that moves nobody else is kept at once, and can be undone. */
  readonly change: (change: HandChange, told: string) => Promise<void>;
  /** Stops what is being worked out; nothing has changed then. */
  readonly stop: () => void;
  readonly keep: (proposed: Proposed) => Promise<void>;
  readonly send: () => Promise<void>;
}

/** What the acts of one board work with. */
interface Held {
  readonly programmeId: string;
  readonly openId: DraftId | null;
  readonly leavesOutOwn: boolean;
  readonly load: Load<Board>;
  readonly busy: Signal<Act | undefined>;
  readonly trouble: Signal<string | undefined>;
  readonly proposed: Signal<Proposed | undefined>;
  /** There while a draft is worked out. */
  readonly stopper: Signal<AbortController | undefined>;
}

/** The hand of a manager over one board. */
export function useHand(programmeId: string, board: Board, load: Load<Board>): Hand {
  const busy = useSignal<Act | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const proposed = useSignal<Proposed | undefined>(undefined);
  const stopper = useSignal<AbortController | undefined>(undefined);
  const { leavesOutOwn } = board;
  const openId = board.draft?.draftId ?? null;
  const held: Held = { programmeId, openId, leavesOutOwn, load, busy, trouble, proposed, stopper };
  return {
    programmeId,
    board,
    busy,
    trouble,
    proposed,
    draft: () => doing(held, "draft", () => tryOut(held, undefined, text.kept)),
    change: (change, told) => doing(held, "change", () => tryOut(held, change, told)),
    stop: () => stopper.value?.abort(),
    keep: ({ draftId, insteadOf, told }) => doing(held, "keep", () => put(held, draftId, insteadOf, told)),
    send: () => doing(held, "send", () => send(held)),
  };
}

/** One act at a time; a second press while one is under way does nothing. */
async function doing({ busy, trouble }: Held, what: Act, act: () => Promise<void>): Promise<void> {
  if (busy.value !== undefined) return;
  busy.value = what;
  trouble.value = undefined;
  try {
    await act();
  } finally {
    busy.value = undefined;
  }
}

/** Says why not; a board that has changed is fetched again. */
function refuse(
  { trouble, load }: Held,
  answer: Exclude<Answer<unknown, BoardRefusal>, { readonly kind: "done" }>,
): void {
  trouble.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
  // A draft that is not there any more was replaced by another try, in another tab.
  const isOld = answer.kind === "not-found" || (answer.kind === "refused" && answer.refused === "changed-meanwhile");
  if (isOld) load.again();
}

/** Tries a draft beside the open one; the first one of a round is open at once. */
async function tryOut(held: Held, change: HandChange | undefined, told: string): Promise<void> {
  const { programmeId, openId, load, proposed } = held;
  const draftId = newDraftId();
  const answer = await untilStopped(held, (signal) => makeDraft({ programmeId, draftId }, openId, change, signal));
  // It may just have been done when it was stopped: the board tells.
  if (answer === undefined) return load.again();
  if (answer.kind !== "done") return refuse(held, answer);
  const { changes } = answer.value;
  if (openId === null || changes === null) return load.again();
  if (change && isAlone(changes, change)) return put(held, draftId, openId, told);
  proposed.value = { draftId, insteadOf: openId, changes, told };
  return undefined;
}

/** What some work gives; `undefined` where the manager stopped it. */
async function untilStopped<T>({ stopper }: Held, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const own = new AbortController();
  stopper.value = own;
  try {
    return await work(own.signal);
  } catch (error) {
    if (own.signal.aborted) return undefined;
    throw error;
  } finally {
    stopper.value = undefined;
  }
}

/** Puts a draft on the board, with a way back. */
async function put(held: Held, draftId: DraftId, insteadOf: DraftId, told: string): Promise<void> {
  const { programmeId, load, proposed } = held;
  const answer = await acceptDraft({ programmeId, draftId }, insteadOf);
  proposed.value = undefined;
  if (answer.kind !== "done") return refuse(held, answer);
  load.again();
  const undo = () => void doing(held, "keep", () => put(held, insteadOf, draftId, text.undone));
  toast(told, told === text.undone ? undefined : { undo });
  return undefined;
}

async function send(held: Held): Promise<void> {
  const { programmeId, openId, load } = held;
  if (openId === null) return undefined;
  const answer = await sendDraft({ programmeId, draftId: openId });
  if (answer.kind !== "done") return refuse(held, answer);
  load.again();
  toast(held.leavesOutOwn ? text.askedAll : formatCount(answer.value.people, text.asked));
  return undefined;
}

/** A pin of what stands there already, or an unpin after which all stay: nothing to think about. */
function isAlone({ moves }: DraftChanges, { act }: HandChange): boolean {
  return moves.length === 0 && (act === "pin" || act === "unpin" || act === "allow");
}
