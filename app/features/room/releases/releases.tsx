import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { Button } from "../../../web/ui/button.tsx";
import { CopyText } from "../../../web/ui/copy-text.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { type ItemsByHash, useAskedItems } from "./item.tsx";
import { RequestCard } from "./request-card.tsx";
import { isAllowed, type Request } from "./rules.ts";
import { releasesText as text } from "./text.ts";

const AskForm = lazily(() => import("./ask-form.tsx").then((m) => m.AskForm));

/** Asking first (P28, P60): what waits for me, what I asked, what was handed over, and a new question. */
export function Releases({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => <Lists room={room} />}
    </RoomPage>
  );
}

function Lists({ room }: { readonly room: RoomInHand }) {
  const asking = useSignal(false);
  const items = useAskedItems(room);
  if (items === undefined) return <Skeleton shape="rows" count={3} />;
  if (asking.value)
    return (
      <div class="measure">
        <AskForm room={room} onEnd={() => (asking.value = false)} />
      </div>
    );
  const all = room.view.state.releases.all.toReversed();
  const open = all.filter(({ madeAt }) => madeAt === undefined);
  const of = { room, items };
  return (
    <div class="stack stack-sections measure">
      <p class="muted">{text.lead(room.name)}</p>
      <List {...of} title={text.forYou(room.name)} list={open.filter(({ by }) => by !== room.me)} />
      <List {...of} title={text.asked} list={open.filter(({ by }) => by === room.me)} />
      {room.relationship.state === "live" && (
        <div>
          <Button kind="quiet" onClick={() => (asking.value = true)}>
            {text.ask}
          </Button>
        </div>
      )}
      <List {...of} title={text.all} list={all.filter(({ madeAt }) => madeAt !== undefined)} />
      {all.some((request) => request.by !== room.me && isAllowed(request)) && <Identity />}
    </div>
  );
}

interface ListProps {
  readonly room: RoomInHand;
  readonly items: ItemsByHash;
  readonly title: string;
  readonly list: ReadonlyArray<Request>;
}

function List({ room, items, title, list }: ListProps) {
  // One that came a moment ago is shown with its words, not before them.
  const read = list.flatMap((request) => {
    const its = items.get(request.item.hash);
    return its ? [{ request, its }] : [];
  });
  if (read.length === 0) return null;
  return (
    <section class="stack" data-news>
      <h2>{title}</h2>
      {read.map(({ request, its }) => (
        <div key={`${request.by}${request.id}`} data-news>
          <RequestCard room={room} request={request} item={its} />
        </div>
      ))}
    </section>
  );
}

/** By what others can check that words are one's own. */
function Identity() {
  const identity = useSignal<string | undefined>(undefined);
  useEffect(() => {
    void vault.identity().then((mine) => (identity.value = mine));
  }, [identity]);
  if (identity.value === undefined) return null;
  return (
    <Disclosure summary={text.identity}>
      <div class="stack">
        <p>{text.identityLine}</p>
        <CopyText label={text.identity} text={identity.value} />
      </div>
    </Disclosure>
  );
}
