import { useSignal } from "@preact/signals";
import type { EditorState } from "prosemirror-state";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { formatCount } from "../../../../web/client/format.ts";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Skeleton } from "../../../../web/ui/skeleton.tsx";
import { type RoomInHand, vaultStatus } from "../../frame/hand.tsx";
import type { JointPage } from "../rules.ts";
import { pagesText as text } from "../text.ts";
import { Differing } from "./differing.tsx";
import { openPage, type PageInHand } from "./open-page.tsx";
import { Past } from "./past.tsx";
import { Toolbar } from "./toolbar.tsx";
import { Writing } from "./writing.tsx";
import "./paper.css";

/** Props of `Paper`. */
export interface PaperProps {
  readonly room: RoomInHand;
  readonly page: JointPage;
  readonly title: string;
  /** What stands below the page, drawn with it: it would be pushed down. */
  readonly children: ComponentChildren;
}

/** What stands on a page, and what it takes to write on it: fetched when a page is opened. */
export function Paper({ room, page, title, children }: PaperProps) {
  const hand = useSignal<PageInHand | undefined>(undefined);
  const first = useRef({ room, page: page.id });
  useEffect(() => {
    let over = false;
    let opened: PageInHand | undefined;
    const begin = async () => {
      opened = await openPage(first.current.room, first.current.page);
      if (!opened) return;
      if (over) await opened.leave();
      else {
        hand.value = opened;
        await opened.follow();
      }
    };
    void begin();
    const flush = () => void opened?.flush();
    document.addEventListener("visibilitychange", flush);
    addEventListener("pagehide", flush);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", flush);
      removeEventListener("pagehide", flush);
      void opened?.leave();
    };
  }, [hand]);
  if (!hand.value?.standing.value.isRead) return <Skeleton count={4} />;
  return (
    <>
      <OpenPaper hand={hand.value} room={room} page={page} title={title} />
      {children}
    </>
  );
}

interface OpenPaperProps extends Omit<PaperProps, "children"> {
  readonly hand: PageInHand;
}

function OpenPaper({ hand, room, page, title }: OpenPaperProps) {
  const place = useRef<HTMLDivElement>(null);
  const writing = useSignal<Writing | undefined>(undefined);
  const state = useSignal<EditorState | undefined>(undefined);
  const isWritable = room.isOpen;
  const label = text.editor(title);
  // Before it is drawn: the words, and the tools above them, come as one.
  useLayoutEffect(() => {
    if (!place.current) return undefined;
    const made = new Writing(hand, {
      place: place.current,
      label,
      isWritable,
      onState: (next) => (state.value = next),
    });
    writing.value = made;
    return () => {
      writing.value = undefined;
      made.end();
    };
  }, [hand, label, isWritable, writing, state]);
  const { isLacking, refused, differing } = hand.standing.value;
  return (
    <div class="stack">
      {!isWritable && <Notice>{text.closed}</Notice>}
      {differing
        .filter(({ id }) => !page.settled.includes(id))
        .map((kept) => (
          <Differing key={kept.id} room={room} page={page} title={title} kept={kept} />
        ))}
      {isLacking && <Notice>{text.lacking}</Notice>}
      {refused > 0 && <Notice kind="care">{formatCount(refused, text.leftOut)}</Notice>}
      {isWritable && writing.value && state.value && <Toolbar writing={writing.value} state={state.value} />}
      <div class="paper" ref={place} />
      <p class="muted small no-print">
        <output>{standingText(room, hand)}</output>
      </p>
      {isWritable && <p class="muted small paper-keys no-print">{text.keys}</p>}
      <Past room={room} page={page} title={title} hand={hand} writing={writing.value} />
    </div>
  );
}

function standingText({ view }: RoomInHand, { standing }: PageInHand): string {
  const status = vaultStatus.value;
  const isOnline = status.is === "unlocked" && status.sync.online;
  if (standing.value.isTyped) return text.typing;
  if (view.waiting === 0) return text.saved;
  return isOnline ? text.typing : text.waiting;
}
