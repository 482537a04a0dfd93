import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import { CopyText } from "../../../web/ui/copy-text.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { RequestCard } from "./request-card.tsx";
import type { Request } from "./rules.ts";
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
  const all = room.view.state.releases.all.toReversed();
  const open = all.filter(({ madeAt }) => madeAt === undefined);
  const isLive = room.relationship.state !== "ended";
  return (
    <div class="stack stack-sections measure">
      <p class="muted">{text.lead(room.name)}</p>
      <List room={room} title={text.forYou(room.name)} list={open.filter(({ by }) => by !== room.me)} />
      <List room={room} title={text.asked} list={open.filter(({ by }) => by === room.me)} />
      {isLive && (
        <Disclosure summary={text.ask} onToggle={(isOpen) => (asking.value = isOpen)}>
          {asking.value && <AskForm room={room} />}
        </Disclosure>
      )}
      <List room={room} title={text.all} list={all.filter(({ madeAt }) => madeAt !== undefined)} none={text.none} />
      <Identity />
    </div>
  );
}

interface ListProps {
  readonly room: RoomInHand;
  readonly title: string;
  readonly list: ReadonlyArray<Request>;
  readonly none?: string;
}

function List({ room, title, list, none }: ListProps) {
  if (list.length === 0 && none === undefined) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      {list.length === 0 && <p class="muted">{none}</p>}
      {list.map((request) => (
        <RequestCard key={`${request.by}${request.id}`} room={room} request={request} />
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
