import { formatNumber } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import type { DraftChanges } from "./drafts/schema.ts";
import type { Hand } from "./hand.tsx";
import { namesOf } from "./names.tsx";
import { useOpenWith } from "./open-with.tsx";
import { text } from "./text.ts";

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
          <Moves hand={hand} moves={proposed.changes.moves} />
          {proposed.changes.moves.length > 0 && <p class="muted">{text.rest}</p>}
          <Levels changes={proposed.changes} />
        </div>
      )}
    </Dialog>
  );
}

function Moves({ hand, moves }: { readonly hand: Hand; readonly moves: DraftChanges["moves"] }) {
  const name = namesOf(hand.board);
  if (moves.length === 0) return <p>{text.noMoves}</p>;
  return (
    <ul class="rows">
      {moves.map(({ mentee, from, to }) => (
        <li key={mentee} dir="auto">
          {from !== null && to !== null && text.moved(name(mentee), name(from), name(to))}
          {from === null && to !== null && text.placed(name(mentee), name(to))}
          {from !== null && to === null && text.unplaced(name(mentee), name(from))}
        </li>
      ))}
    </ul>
  );
}

function Levels({ changes: { before, after } }: { readonly changes: DraftChanges }) {
  const rows = [
    { head: text.have, was: before.placed, is: after.placed },
    { head: text.fit, was: before.points, is: after.points },
  ];
  return (
    <table class="board-levels">
      <caption class="unseen">{text.levels}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{text.what}</span>
          </th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, was, is }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <td>{formatNumber(was)}</td>
            <td>{formatNumber(is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
