/** Every feature's lines. A feature adds two lines here: the import, and its place in the table. */
import { adviceLines } from "../advice/line.tsx";
import { agreementLines } from "../agreement/line.tsx";
import { celebrationsLines } from "../celebrations/line.tsx";
import { challengesLines } from "../challenges/line.tsx";
import { commitmentsLines } from "../commitments/line.tsx";
import { groundLines } from "../common-ground/line.tsx";
import { contextLines } from "../context/line.tsx";
import { differencesLines } from "../differences/line.tsx";
import { endingLines } from "../ending/line.tsx";
import { feedbackLines } from "../feedback/line.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { goalsLines } from "../goals/line.tsx";
import { hopesLines } from "../hopes/line.tsx";
import { notesLines } from "../notes/line.tsx";
import { offlimitsLines } from "../offlimits/line.tsx";
import { pagesLines } from "../pages/line.tsx";
import { questionsLines } from "../questions/line.tsx";
import { releasesLines } from "../releases/line.tsx";
import { repairLines } from "../repair/line.tsx";
import { reviewsLines } from "../reviews/line.tsx";
import { sessionsLines } from "../sessions/line.tsx";
import { storiesLines } from "../stories/line.tsx";
import type { Opened } from "../state/rules.ts";
import { type Line, quiet, type Said } from "./said.tsx";

/** The lines of all features. */
export const lines: ReadonlyArray<Line> = [
  ...adviceLines,
  ...agreementLines,
  ...celebrationsLines,
  ...challengesLines,
  ...commitmentsLines,
  ...contextLines,
  ...differencesLines,
  ...endingLines,
  ...feedbackLines,
  ...goalsLines,
  ...groundLines,
  ...hopesLines,
  ...notesLines,
  ...offlimitsLines,
  ...pagesLines,
  ...questionsLines,
  ...releasesLines,
  ...repairLines,
  ...reviewsLines,
  ...sessionsLines,
  ...storiesLines,
];

const byType: ReadonlyMap<string, Line> = new Map(lines.map((line) => [line.type, line]));

/** The types that stand on the timeline. */
export const shownTypes: ReadonlyArray<string> = lines.flatMap(({ type, isShown }) => (isShown ? type : []));

/** Fetches what events of these types are drawn with. */
export async function fetchParts(types: Iterable<string>): Promise<void> {
  await Promise.all([...new Set(types)].map(async (type) => byType.get(type)?.part?.fetch()));
}

/** What the timeline, or a search, says of an event. */
export function say(event: Opened, room: RoomInHand): Said {
  return byType.get(event.type)?.say(event, room) ?? quiet("");
}
