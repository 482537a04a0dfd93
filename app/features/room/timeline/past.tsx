import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { LogId } from "../../../values/id.ts";
import type { TimelineEntry, TimelinePage, TimelineWindow } from "../../../vault/vault.ts";
import { dayOf, formatCount, formatDay, formatNearDay } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { DayRule } from "../../../web/ui/entry.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { Windowed } from "../../../web/ui/windowed.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { heldDays } from "../sessions/rules.ts";
import type { RoomEvent } from "../state/fold.ts";
import { Line } from "./line.tsx";
import { fetchParts, shownTypes } from "./lines.tsx";
import { firstUnseen } from "./rules.ts";
import { keepSeen, placed, seenIn } from "./seen.tsx";
import { timelineText as text } from "./text.ts";

const pageSize = 100;

/** How many entries a room opens with, and at most, so that no day is cut: what was last, and a way to what came before. */
const recent = () => (matchMedia("(max-width: 700px)").matches ? { least: 4, most: 6 } : { least: 8, most: 16 });

/** Props of `Past`. */
export interface PastProps {
  readonly room: RoomInHand;
  /** The screen around it, drawn once the entries are here: what stands below them would be pushed down. */
  readonly children: (past: ComponentChildren, newest: ReadonlyArray<string>) => ComponentChildren;
}

/** What the two put into their room, day by day, and search over it. */
export function Past({ room, children }: PastProps) {
  const entries = useEntries(room);
  if (entries.value === undefined) return <Skeleton shape="rows" count={4} />;
  return <>{children(<Shown room={room} page={entries.value} />, newestOf(entries.value.entries))}</>;
}

/** The ids of what stands right above the box to write in. */
function newestOf(entries: ReadonlyArray<TimelineEntry<RoomEvent>>): ReadonlyArray<string> {
  return entries.slice(-3).flatMap((entry) => (entry.is === "event" ? entry.event.id : []));
}

function Shown({ room, page }: { readonly room: RoomInHand; readonly page: Entries }) {
  const { roomId } = room;
  const [before] = useState(() => seenIn(roomId));
  const found = useSignal<ReadonlyArray<TimelineEntry<RoomEvent>> | undefined>(undefined);
  const shown = found.value ?? page.entries;
  // On the first visit everything is new, and needs no line that says so.
  const fresh = before === undefined ? undefined : firstUnseen(placed(page.entries), before, room.other);
  useEffect(() => keepSeen(roomId, placed(page.entries)), [roomId, page.entries]);
  if (shown.length === 0 && found.value === undefined && room.view.isPastClosed)
    return <p class="muted">{text.emptySince}</p>;
  if (shown.length === 0 && found.value === undefined)
    return (
      <EmptyState title={text.empty} example={text.emptyExample}>
        {text.emptyLine}
      </EmptyState>
    );
  return (
    <div class="stack" data-news>
      <div class="timeline-tools">
        {found.value === undefined && page.hasEarlier && (
          <div class="buttons-plain">
            <Button kind="plain" onClick={() => page.earlier()}>
              {text.earlier}
            </Button>
          </div>
        )}
        <Search room={room} found={found} />
      </div>
      <Windowed
        items={rowsOf(shown, sessionDays(room), fresh)}
        keyOf={(row) => row.key}
        label={text.label}
        guess={110}
        render={(row) => (row.entry ? <Line room={room} entry={row.entry} /> : <DayRule>{row.day}</DayRule>)}
      />
    </div>
  );
}

interface Row {
  readonly key: string;
  readonly day?: string;
  readonly entry?: TimelineEntry<RoomEvent>;
}

/** The days on which the two met, in order. */
function sessionDays({ view }: RoomInHand): ReadonlyArray<string> {
  return heldDays(view.state.sessions);
}

/** Puts a rule before the first entry of each day; it says which session was on it. Another stands before what is new here. */
function rowsOf(
  entries: ReadonlyArray<TimelineEntry<RoomEvent>>,
  met: ReadonlyArray<string>,
  fresh: string | undefined,
): ReadonlyArray<Row> {
  const today = dayOf(Date.now());
  const rows: Row[] = [];
  let last = "";
  for (const entry of entries) {
    const day =
      entry.is === "damaged" || entry.is === "newer" || entry.event === undefined ? last : dayOf(entry.event.at);
    if (day !== last && day !== "") rows.push({ key: `day ${day} ${entry.place}`, day: seam(day, today, met) });
    last = day;
    if (entry.place === fresh) rows.push({ key: "new", day: text.newHere });
    rows.push({ key: entry.place, entry });
  }
  return rows;
}

function seam(day: string, today: string, met: ReadonlyArray<string>): string {
  const nth = met.indexOf(day) + 1;
  return nth === 0 ? dayWords(day, today) : `${dayWords(day, today)}, ${text.nthSession(nth)}`;
}

function dayWords(day: string, today: string): string {
  const near = formatNearDay(day, today);
  const words = /^\d|in /.test(near) ? formatDay(day) : near;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Entries extends TimelinePage<RoomEvent> {
  readonly earlier: () => void;
}

/** The newest entries, again with every change, and further back on request. */
function useEntries(room: RoomInHand): Signal<Entries | undefined> {
  const entries = useSignal<Entries | undefined>(undefined);
  const limit = useSignal(pageSize);
  // Empty once everything is shown.
  const oldest = useSignal<string | undefined>(undefined);
  const known = useRef<ReadonlySet<string>>(new Set());
  const of: TimelineWindow["of"] = room.isBefore ? "before" : "both";
  useEffect(() => {
    let over = false;
    const read = async () => {
      const window = { limit: 200, types: shownTypes, of };
      const first = await vault.timeline(room.roomId, { ...window, limit: Math.min(limit.peek(), 200) });
      if (over || first === "no-such-room") return;
      const all = await further(room.roomId, window, first, limit.peek());
      await fetchParts(all.entries.flatMap((entry) => ("event" in entry && entry.event ? entry.event.type : [])));
      if (over) return;
      const places = all.entries.map(({ place }) => place);
      // Whoever was away, and all that came meanwhile comes at once, finds what was last, as on any other opening.
      const isMuch = places.filter((place) => !known.current.has(place)).length > recent().least;
      known.current = new Set(places);
      if (oldest.value !== "" && (isMuch || !places.includes(oldest.value ?? "")))
        oldest.value = places[recentFrom(all.entries)];
      const from = Math.max(
        0,
        all.entries.findIndex(({ place }) => place === oldest.value),
      );
      const readFurther = () => {
        oldest.value = "";
        limit.value += 200;
      };
      // What was read and not shown comes first; after that, each press reads further back.
      const showAll = () => {
        oldest.value = "";
        entries.value = { ...all, earlier: readFurther };
      };
      entries.value = {
        ...all,
        entries: all.entries.slice(from),
        hasEarlier: all.hasEarlier || from > 0,
        earlier: from === 0 ? readFurther : showAll,
      };
    };
    void read();
    return () => {
      over = true;
    };
  }, [room.roomId, room.view.revision, of, limit.value, entries, limit, oldest]);
  return entries;
}

/** Where the recent part begins: with the first entry of a day, so that no day is cut. */
function recentFrom(entries: ReadonlyArray<TimelineEntry<RoomEvent>>): number {
  const { least, most } = recent();
  let from = Math.max(0, entries.length - least);
  const dayAt = (at: number) => {
    const entry = entries[at];
    return entry?.is === "event" ? dayOf(entry.event.at) : undefined;
  };
  while (from > 0 && entries.length - from < most && dayAt(from - 1) === dayAt(from)) from -= 1;
  return from;
}

async function further(
  roomId: LogId,
  window: TimelineWindow,
  first: TimelinePage<RoomEvent>,
  wanted: number,
): Promise<TimelinePage<RoomEvent>> {
  let page = first;
  while (page.hasEarlier && page.entries.length < wanted) {
    const [oldest] = page.entries;
    if (!oldest) break;
    // Each window begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const before = await vault.timeline(roomId, { ...window, before: oldest.place });
    if (before === "no-such-room" || before.entries.length === 0) break;
    page = { ...before, entries: [...before.entries, ...page.entries] };
  }
  return page;
}

function Search({
  room,
  found,
}: {
  readonly room: RoomInHand;
  readonly found: Signal<ReadonlyArray<TimelineEntry<RoomEvent>> | undefined>;
}) {
  const words = useSignal("");
  async function handleSearch() {
    if (words.value.trim() === "") {
      found.value = undefined;
      return;
    }
    const hits = await vault.search(words.value, room.roomId);
    found.value = hits.map(({ event }) => ({ is: "event", place: event.id, event, isWaiting: false }));
  }
  return (
    <Disclosure summary={text.search}>
      <form
        class="stack stack-small"
        aria-label={text.search}
        onSubmit={(event) => {
          event.preventDefault();
          void handleSearch();
        }}
      >
        <TextField
          label={text.search}
          hint={text.searchHint}
          type="search"
          value={words}
          onChange={() => void handleSearch()}
        />
        <output class="muted small">
          {found.value && (found.value.length === 0 ? text.foundNone : formatCount(found.value.length, text.found))}
        </output>
      </form>
    </Disclosure>
  );
}
