import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import type { DraftChanges } from "./drafts/schema.ts";
import type { Hand } from "./hand.tsx";
import { namesOf } from "./names.tsx";
import { useOpenWith } from "./open-with.tsx";
import { text } from "./text.ts";
import { Levels, type Move, Moves } from "./two-drafts.tsx";

/** What a change would change, before it does: who moves, and the draft as a whole, now and then. */
export function ChangesDialog({ hand }: { readonly hand: Hand }) {
  const open = useOpenWith(hand.proposed);
  const proposed = hand.proposed.value;
  const actions = (
    <>
      <Button busy={hand.busy.value === "keep"} onClick={() => proposed && void hand.keep(proposed)}>
        {text.keep}
      </Button>
      <Button kind="plain" onClick={() => (open.value = false)}>
        {text.leave}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={text.changesTitle} actions={actions}>
      {proposed && (
        <div class="stack">
          <Moves moves={named(hand, proposed.changes.moves)} />
          {proposed.changes.moves.length > 0 && <p class="muted">{text.rest}</p>}
          <Levels {...proposed.changes} heads={[text.before, text.after]} />
        </div>
      )}
    </Dialog>
  );
}

function named({ board }: Hand, moves: DraftChanges["moves"]): ReadonlyArray<Move> {
  const name = namesOf(board);
  const nameOf = (id: string | null) => (id === null ? null : name(id));
  return moves.map(({ mentee, from, to }) => ({ mentee: name(mentee), from: nameOf(from), to: nameOf(to) }));
}
