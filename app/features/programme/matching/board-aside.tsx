import type { Signal } from "@preact/signals";
import { formatCount } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import type { BoardDraft } from "./drafts/schema.ts";
import type { Hand } from "./hand.tsx";
import type { Choosing } from "./mentor-dialog.tsx";
import { namesOf } from "./names.tsx";
import { causeText, text } from "./text.ts";

interface AsideProps {
  readonly hand: Hand;
  readonly draft: BoardDraft;
  readonly choosing: Signal<Choosing | undefined>;
}

/** Beside the pairs: who waits and why, whom to ask for one more place, and who is kept apart by hand. */
export function BoardAside({ hand, draft, choosing }: AsideProps) {
  return (
    <div class="columns">
      <Waiting hand={hand} draft={draft} choosing={choosing} />
      {draft.waiting.length > 0 && <MorePlaces hand={hand} draft={draft} />}
      {draft.keptApart.length > 0 && <KeptApart hand={hand} draft={draft} />}
    </div>
  );
}

function Waiting({ hand, draft, choosing }: AsideProps) {
  const name = namesOf(hand.board);
  const { waiting, shortages } = draft;
  if (waiting.length === 0)
    return (
      <Card title={text.nobodyWaits}>
        <p>{text.nobodyWaitsWords}</p>
      </Card>
    );
  return (
    <Card title={text.waitingTitle(waiting.length)}>
      <ul class="rows board-list">
        {waiting.map(({ mentee, cause }) => (
          <li key={mentee}>
            <p class="strong" dir="auto">
              {name(mentee)}
            </p>
            <p class="small muted">{causeText(cause, shortages, name)}</p>
            <Button
              kind="plain"
              label={text.chooseFor(name(mentee))}
              onClick={() => (choosing.value = { mentee, mentor: undefined })}
            >
              {text.choose}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MorePlaces({ hand, draft }: Omit<AsideProps, "choosing">) {
  const name = namesOf(hand.board);
  if (draft.morePlaces.length === 0)
    return (
      <Card title={text.moreTitle}>
        <p>{text.moreNone}</p>
      </Card>
    );
  return (
    <Card title={text.moreTitle}>
      <p>{text.moreWords}</p>
      <ul class="rows board-list">
        {draft.morePlaces.map(({ mentor, people }) => (
          <li key={mentor} class="row-apart">
            <span dir="auto">{name(mentor)}</span>
            <span class="small muted">{people > 0 ? formatCount(people, text.morePeople) : text.moreFit}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function KeptApart({ hand, draft }: Omit<AsideProps, "choosing">) {
  const name = namesOf(hand.board);
  return (
    <Card title={text.apartTitle}>
      <ul class="rows board-list">
        {draft.keptApart.map(({ mentee, mentor }) => (
          <li key={`${mentee} ${mentor}`} class="row-apart">
            <span dir="auto">
              {name(mentee)} – {name(mentor)}
            </span>
            <Button
              kind="plain"
              label={text.allowThese(name(mentee), name(mentor))}
              onClick={() => void hand.change({ act: "allow", mentee, mentor }, text.kept)}
            >
              {text.allow}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
