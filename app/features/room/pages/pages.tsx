import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { ItemId } from "../../../values/id.ts";
import { dayOf, formatDay, formatNearDay } from "../../../web/client/format.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { asTitle, type JointPage, pagesInView, pagesPutAway } from "./rules.ts";
import { PageMade, PageTakenOut } from "./schema.ts";
import { pagesText as text } from "./text.ts";
import { titleOf } from "./title.tsx";

/** The pages on which both write, the last written first. */
export function Pages({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => <List room={room} />}
    </RoomPage>
  );
}

function List({ room }: { readonly room: RoomInHand }) {
  const { pages } = room.view.state;
  const shown = pagesInView(pages);
  const away = pagesPutAway(pages);
  const isOpen = room.isOpen;
  return (
    <div class="stack stack-large measure">
      <p class="muted">{text.lead(room.name)}</p>
      {shown.length === 0 ? (
        <EmptyState title={text.none}>{text.noneLine}</EmptyState>
      ) : (
        <ul class="rows" data-news>
          {shown.map((page) => (
            <li key={page.id} data-news>
              <PageRow room={room} page={page} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && <Begin room={room} />}
      {away.length > 0 && (
        <Disclosure summary={text.awayList}>
          <ul class="rows">
            {away.map((page) => (
              <li key={page.id} class="row-apart">
                <PageRow room={room} page={page} />
                {isOpen && (
                  <Button
                    kind="plain"
                    label={`${text.takeOut}: ${titleOf(page, room)}`}
                    onClick={() => void room.write(eventOf(PageTakenOut, { page: page.id }))}
                  >
                    {text.takeOut}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function PageRow({ room, page }: { readonly room: RoomInHand; readonly page: JointPage }) {
  const who = page.changedBy === room.me ? text.you : room.name;
  const near = formatNearDay(dayOf(page.changedAt), dayOf(useNow()));
  const when = /^\d/.test(near) ? formatDay(dayOf(page.changedAt)) : near;
  return (
    <div>
      <p dir="auto">
        <Link href={`/rooms/${room.roomId}/pages/${page.id}`}>{titleOf(page, room)}</Link>
      </p>
      <p class="muted small">{text.changed(who, when)}</p>
    </div>
  );
}

function Begin({ room }: { readonly room: RoomInHand }) {
  const isBeginning = useSignal(false);
  const title = useSignal("");
  const { route } = useLocation();

  async function handleBegin() {
    const page = ItemId.parse(newId());
    const words = asTitle(title.value);
    if (words === "" || !(await room.write(eventOf(PageMade, { page, title: words })))) return;
    route(`/rooms/${room.roomId}/pages/${page}`);
  }

  if (!isBeginning.value)
    return (
      <div>
        <Button kind="quiet" onClick={() => (isBeginning.value = true)}>
          {text.begin}
        </Button>
      </div>
    );
  return (
    <form
      class="stack"
      aria-label={text.begin}
      onSubmit={(event) => {
        event.preventDefault();
        void handleBegin();
      }}
    >
      <TextField label={text.name} hint={text.nameHint} value={title} autofocus />
      <div class="buttons">
        <Button type="submit">{text.save}</Button>
        <Button kind="quiet" onClick={() => (isBeginning.value = false)}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
