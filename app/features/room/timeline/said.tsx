/** How a feature says its events on the timeline: each has its lines in its own `line.tsx`; `lines.ts` joins them. */
import type { ComponentChildren } from "preact";
import type { RoomInHand } from "../frame/hand.tsx";
import type { EventName, Opened } from "../state/rules.ts";

/** What stands on the timeline for one event. */
export type Said =
  /** Words that a person wrote; the tag says what they are. */
  | {
      readonly kind: "words";
      readonly words: string;
      readonly tag?: string | undefined;
      /** What its writer can do with it, small, beside the time. */
      readonly acts?: ComponentChildren;
      /** Beneath the words: what they offer to whoever reads them. */
      readonly below?: ComponentChildren;
    }
  /** A person's words with more to them than a text: the feature draws them itself. */
  | { readonly kind: "part"; readonly part: ComponentChildren; readonly tag?: string | undefined }
  /** A quiet line about what happened, after the name of who did it. */
  | { readonly kind: "quiet"; readonly words: string };

/** How one kind of event is said. */
export interface Line {
  readonly type: EventName;
  /** False where the timeline leaves it out; a search may still find it. */
  readonly isShown: boolean;
  /** What it is drawn with, where that is fetched by itself: here before the line stands, so that nothing moves. */
  readonly part?: { readonly fetch: () => Promise<void> } | undefined;
  // A method, so that lines of narrower events fit: each is handed only what its own declaration has parsed.
  say(event: Opened, room: RoomInHand): Said;
}

/**
 * Says an event of this type: `lineOf<CommitmentMade>("commitments.made", …)`. By its name, not by its declaration: the
 * timeline says what the vault has parsed, and carries no schemas.
 */
export function lineOf<Event extends Opened>(
  type: Event["type"],
  say: (event: Event, room: RoomInHand) => Said,
  part?: Line["part"],
): Line {
  const line: Pick<Line, "type" | "isShown" | "part"> & { say(event: Event, room: RoomInHand): Said } = {
    type,
    isShown: true,
    part,
    say,
  };
  return line;
}

/** Keeps an event off the timeline; `happened` stands for it where a search finds it. */
export function unshown(type: EventName, happened = ""): Line {
  return { type, isShown: false, say: () => quiet(happened) };
}

/** Words that a person wrote. */
export function words(written: string, tag?: string): Extract<Said, { readonly kind: "words" }> {
  return { kind: "words", words: written, tag };
}

/** A quiet line. */
export function quiet(happened: string): Said {
  return { kind: "quiet", words: happened };
}
