import { useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { CommitmentForm } from "./commitment-form.tsx";
import { CommitmentRow } from "./commitment-row.tsx";
import { type Commitment, openCommitments } from "./rules.ts";
import { CommitmentReopened } from "./schema.ts";
import { commitmentsText as text } from "./text.ts";
import "./commitments.css";

/** The commitments of a room: mine, theirs, and what is done or dropped. */
export function CommitmentLists({ room }: { readonly room: RoomInHand }) {
  const adding = useSignal(false);
  const { commitments } = room.view.state;
  const open = openCommitments(commitments);
  const over = commitments.all.filter(({ standing }) => standing !== "open").toReversed();
  const isOpen = room.isOpen;
  return (
    <div class="stack stack-sections">
      <div class="commitments-both">
        <OpenList title={text.mine} none={text.none} room={room} list={open.filter(({ owner }) => owner === room.me)} />
        <OpenList
          title={text.theirs(room.name)}
          none={text.noneTheirs(room.name)}
          room={room}
          list={open.filter(({ owner }) => owner !== room.me)}
        />
      </div>
      {isOpen &&
        (adding.value ? (
          <Card title={text.title} class="measure">
            <CommitmentForm room={room} onDone={() => (adding.value = false)} />
          </Card>
        ) : (
          <div>
            <Button kind="quiet" onClick={() => (adding.value = true)}>
              {text.add}
            </Button>
          </div>
        ))}
      {over.length > 0 && (
        <Disclosure summary={text.earlier}>
          <ul class="rows">
            {over.map((commitment) => (
              <OverRow key={commitment.id} room={room} commitment={commitment} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

interface OpenListProps {
  readonly title: string;
  readonly none: string;
  readonly room: RoomInHand;
  readonly list: ReadonlyArray<Commitment>;
}

function OpenList({ title, none, room, list }: OpenListProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {list.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ul class="rows" data-news>
          {list.map((commitment) => (
            <CommitmentRow key={commitment.id} room={room} commitment={commitment} fixed={!room.isOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OverRow({ room, commitment }: { readonly room: RoomInHand; readonly commitment: Commitment }) {
  return (
    <li class="row-apart">
      <div>
        <p dir="auto">{commitment.text}</p>
        <p class="muted small">{commitment.standing === "open" ? "" : text.standing[commitment.standing]}</p>
      </div>
      {commitment.owner === room.me && room.isOpen && (
        <Button
          kind="plain"
          onClick={() => void room.write(eventOf(CommitmentReopened, { commitment: commitment.id }))}
        >
          {text.reopen}
        </Button>
      )}
    </li>
  );
}
