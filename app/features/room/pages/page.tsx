import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { ItemId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Page as Screen } from "../../../web/ui/page.tsx";
import { PromiseLine } from "../../../web/ui/promise-line.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { Conditions } from "../frame/condition.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { nameShown } from "../frame/named/rules.ts";
import { Held, NotInRoom, promiseTo } from "../frame/room-page.tsx";
import { frameText } from "../frame/text.ts";
import type { Session } from "../sessions/rules.ts";
import { eventOf } from "../state/schema.ts";
import type { PaperProps } from "./editor/paper.tsx";
import { asTitle, type JointPage, pageOf } from "./rules.ts";
import { PageMade, PagePutAway, PageRenamed, PageTakenOut } from "./schema.ts";
import { pagesText as text } from "./text.ts";
import { titleOf } from "./title.tsx";

/** The editor weighs more than every other screen together: it comes when a page is opened. */
const Paper = lazily<PaperProps>(() => import("./editor/paper.tsx").then((m) => m.Paper));

/** Props of `PageScreen`. */
export interface PageScreenProps {
  readonly roomId: string;
  readonly pageId: string;
}

/** One page: its title, its words, and who writes here. */
export function PageScreen({ roomId, pageId }: PageScreenProps) {
  // Beside the room, which is being read meanwhile.
  useEffect(() => void Paper.fetch(), []);
  return (
    <Held
      roomId={roomId}
      renderWaiting={(rest, pair) => (
        <Around roomId={roomId} title={text.title} name={pair && nameShown(pair.partner.name)}>
          {rest}
        </Around>
      )}
    >
      {(room) => {
        const page = pageOf(room.view.state.pages, pageId);
        const title = page ? titleOf(page, room) : text.title;
        const session = room.view.state.sessions.all.find(({ id }) => id === pageId);
        return (
          <Around
            roomId={roomId}
            title={title}
            name={room.name}
            session={session?.standing === "planned" ? session : undefined}
          >
            <Conditions room={room} />
            {page ? <Opened room={room} page={page} title={title} /> : <NotBegun room={room} pageId={pageId} />}
          </Around>
        );
      }}
    </Held>
  );
}

interface AroundProps {
  readonly roomId: string;
  readonly title: string;
  readonly name: string | undefined;
  /** The session that is not closed yet, where these are its notes: the way back leads there. */
  readonly session?: Session | undefined;
  readonly children: ComponentChildren;
}

function Around({ roomId, title, name, session, children }: AroundProps) {
  const back = session
    ? { href: `/rooms/${roomId}/sessions/${session.id}/${session.step ?? "talk"}`, text: text.backToSession }
    : { href: `/rooms/${roomId}/pages`, text: text.back };
  return (
    <Screen title={title} width="text" back={back} head={<PromiseLine>{promiseTo(name)}</PromiseLine>}>
      <div class="stack stack-large">{children}</div>
    </Screen>
  );
}

/** The notes of a session begin with a press, not with a look. */
function NotBegun({ room, pageId }: { readonly room: RoomInHand; readonly pageId: string }) {
  const session = room.view.state.sessions.all.find(({ id }) => id === pageId);
  if (!session || !room.isOpen) return <NotInRoom>{text.missing}</NotInRoom>;
  const made = { page: ItemId.parse(session.id), sessionId: session.id };
  return (
    <EmptyState
      title={text.notesOf}
      action={<Button onClick={() => void room.write(eventOf(PageMade, made))}>{text.beginNotes}</Button>}
    >
      {text.notesLine(room.name)}
    </EmptyState>
  );
}

function Opened({
  room,
  page,
  title,
}: {
  readonly room: RoomInHand;
  readonly page: JointPage;
  readonly title: string;
}) {
  return (
    <Paper key={page.id} room={room} page={page} title={title}>
      {room.isOpen && <Acts room={room} page={page} />}
    </Paper>
  );
}

function Acts({ room, page }: { readonly room: RoomInHand; readonly page: JointPage }) {
  const isRenaming = useSignal(false);

  async function handlePutAway() {
    if (!(await room.write(eventOf(PagePutAway, { page: page.id })))) return;
    toast(text.wasPutAway, { undo: () => void room.write(eventOf(PageTakenOut, { page: page.id })) });
  }

  if (isRenaming.value) return <Rename room={room} page={page} onDone={() => (isRenaming.value = false)} />;
  return (
    <div class="buttons no-print">
      <Button kind="plain" onClick={() => (isRenaming.value = true)}>
        {text.rename}
      </Button>
      {page.isPutAway ? (
        <Button kind="plain" onClick={() => void room.write(eventOf(PageTakenOut, { page: page.id }))}>
          {text.takeOut}
        </Button>
      ) : (
        <Button kind="plain" onClick={() => void handlePutAway()}>
          {text.putAway}
        </Button>
      )}
      <Link href={`/rooms/${room.roomId}`}>{frameText.title(room.name)}</Link>
    </div>
  );
}

interface RenameProps {
  readonly room: RoomInHand;
  readonly page: JointPage;
  readonly onDone: () => void;
}

function Rename({ room, page, onDone }: RenameProps) {
  const title = useSignal(page.title ?? "");

  async function handleRename() {
    const words = asTitle(title.value);
    if (words !== "" && (await room.write(eventOf(PageRenamed, { page: page.id, title: words })))) onDone();
  }

  return (
    <form
      class="stack no-print"
      aria-label={text.rename}
      onSubmit={(event) => {
        event.preventDefault();
        void handleRename();
      }}
    >
      <TextField label={text.name} value={title} autofocus />
      <div class="buttons">
        <Button type="submit">{text.renameSave}</Button>
        <Button kind="quiet" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
