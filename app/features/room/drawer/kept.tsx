import { LogId } from "../../../values/id.ts";
import { formatDate } from "../../../web/client/format.ts";
import { NoteWritten } from "../notes/schema.ts";
import { ConcernKept, ConcernRaised } from "../repair/schema.ts";
import { checkText } from "../reviews/check/text.ts";
import { CheckKept, CheckShared } from "../reviews/schema.ts";
import type { OwnState } from "../state/fold.ts";
import { eventOf, type NewEvent } from "../state/schema.ts";
import { storyFields } from "../stories/rules.ts";
import { StoryKept, StoryTold } from "../stories/schema.ts";
import { PrivateNoted } from "./schema.ts";
import { drawerText as text } from "./text.ts";

/** One thing of the drawer, as the page shows it. */
export interface KeptThing {
  readonly key: string;
  /** The room it is about; it goes into no other. Missing for what could be told in any. */
  readonly roomId: LogId | undefined;
  readonly words: ReadonlyArray<string>;
  /** Puts it into a room. */
  readonly share: NewEvent;
  /** Takes it out of one's own log. */
  readonly remove: NewEvent;
}

/** A shelf with what lies on it. */
export interface Shelf {
  readonly title: string;
  readonly things: ReadonlyArray<KeptThing>;
}

/** Everything that can be shared or deleted item by item, newest first; empty shelves are left out. */
export function shelvesOf({ drawer, repair, reviews, stories }: OwnState): ReadonlyArray<Shelf> {
  const shelves: ReadonlyArray<Shelf> = [
    { title: text.notes, things: drawer.notes.map(noteOf).toReversed() },
    { title: text.concerns, things: concernsOf(repair) },
    { title: text.stories, things: stories.kept.map(storyOf).toReversed() },
    { title: text.checks, things: reviews.checks.map(checkOf).toReversed() },
  ];
  return shelves.filter(({ things }) => things.length > 0);
}

function noteOf({ roomId, sessionId, text: words }: OwnState["drawer"]["notes"][number]): KeptThing {
  const about = { roomId, ...(sessionId ? { sessionId } : {}) };
  return {
    key: `note:${roomId}:${sessionId ?? ""}`,
    roomId,
    words: [words],
    share: eventOf(NoteWritten, { text: words }),
    remove: eventOf(PrivateNoted, { ...about, text: "" }),
  };
}

function concernsOf({ kept }: OwnState["repair"]): ReadonlyArray<KeptThing> {
  return Object.entries(kept).flatMap(([room, words]) => {
    const roomId = LogId.safeParse(room);
    if (!roomId.success || words === "") return [];
    const remove = eventOf(ConcernKept, { roomId: roomId.data, text: "" });
    const share = eventOf(ConcernRaised, { text: words });
    return { key: `concern:${room}`, roomId: roomId.data, words: [words], share, remove };
  });
}

function storyOf({ story, ...told }: OwnState["stories"]["kept"][number]): KeptThing {
  const nothing = { tried: "", wrong: "", taught: "", sooner: "" };
  return {
    key: `story:${story}`,
    roomId: undefined,
    words: storyFields.flatMap((field) => told[field] || []),
    share: eventOf(StoryTold, told),
    remove: eventOf(StoryKept, { story, ...nothing }),
  };
}

function checkOf({ roomId, on, answers }: OwnState["reviews"]["checks"][number]): KeptThing {
  const said = answers.map((answer, at) => `${at + 1}. ${checkText.scale[answer] ?? ""}`);
  return {
    key: `check:${roomId}:${on}`,
    roomId,
    words: [checkText.on(formatDate(on)), said.join("\n")],
    share: eventOf(CheckShared, { answers: [...answers] }),
    remove: eventOf(CheckKept, { roomId, on, answers: [] }),
  };
}
