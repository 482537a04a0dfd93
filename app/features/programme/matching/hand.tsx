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

/** What a manager can do on the board. Every act shows its outcome, or says why not. */
export interface Hand {
  readonly programmeId: string;
  readonly board: Board;
  /** What is being worked out now. */
  readonly busy: ReadonlySignal<"draft" | "change" | "keep" | "send" | undefined>;
  /** Why the last act did not happen. */
  readonly trouble: Signal<string | undefined>;
  readonly proposed: Signal<Proposed | undefined>;
  /** Makes the first draft, or tries one with everyone who takes part now. */
  readonly draft: () => Promise<void>;
  /** Tries a change; one that moves nobody else is kept at once, and can be undone. */
  readonly change: (change: HandChange, told: string) => Promise<void>;
  readonly keep: (proposed: Proposed) => Promise<void>;
  readonly send: () => Promise<void>;
}

/** The hand of a manager over one board. */
export function useHand(programmeId: string, board: Board, load: Load<Board>): Hand {
  const busy = useSignal<"draft" | "change" | "keep" | "send" | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const proposed = useSignal<Proposed | undefined>(undefined);
  const openId = board.draft?.draftId ?? null;

  async function doing(what: "draft" | "change" | "keep" | "send", act: () => Promise<void>) {
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
  function refuse(answer: Exclude<Answer<unknown, BoardRefusal>, { readonly kind: "done" }>) {
    trouble.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
    if (answer.kind === "refused" && answer.refused === "changed-meanwhile") load.again();
  }

  async function put(draftId: DraftId, insteadOf: DraftId, told: string) {
    const answer = await acceptDraft({ programmeId, draftId }, insteadOf);
    proposed.value = undefined;
    if (answer.kind !== "done") return refuse(answer);
    load.again();
    const undo = () => void doing("keep", () => put(insteadOf, draftId, text.undone));
    toast(told, told === text.undone ? undefined : { undo });
  }

  async function tryOut(change: HandChange | undefined, told: string) {
    const draftId = newDraftId();
    const answer = await makeDraft({ programmeId, draftId }, openId, change);
    if (answer.kind !== "done") return refuse(answer);
    const { changes } = answer.value;
    if (openId === null || changes === null) return load.again();
    if (change && isAlone(changes, change)) return put(draftId, openId, told);
    proposed.value = { draftId, insteadOf: openId, changes, told };
  }

  return {
    programmeId,
    board,
    busy,
    trouble,
    proposed,
    draft: () => doing("draft", () => tryOut(undefined, text.kept)),
    change: (change, told) => doing("change", () => tryOut(change, told)),
    keep: ({ draftId, insteadOf, told }) => doing("keep", () => put(draftId, insteadOf, told)),
    send: () =>
      doing("send", async () => {
        if (openId === null) return;
        const answer = await sendDraft({ programmeId, draftId: openId });
        if (answer.kind !== "done") return refuse(answer);
        load.again();
        toast(formatCount(answer.value.people, text.asked));
      }),
  };
}

/** A pin of what stands there already, or an unpin after which all stay: nothing to think about. */
function isAlone({ moves }: DraftChanges, { act }: HandChange): boolean {
  return moves.length === 0 && (act === "pin" || act === "unpin" || act === "allow");
}
