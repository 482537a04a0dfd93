/**
 * The state of a log: every feature's slice over the opened events.
 * A feature adds two lines for each kind of log it writes to: the beginning of its slice, and its part.
 */
import * as z from "zod/mini";
import { advice } from "../advice/rules.ts";
import { adviceEvents } from "../advice/schema.ts";
import { agreement } from "../agreement/rules.ts";
import { agreementEvents } from "../agreement/schema.ts";
import { celebrations } from "../celebrations/rules.ts";
import { celebrationsEvents } from "../celebrations/schema.ts";
import { challenges } from "../challenges/rules.ts";
import { challengesEvents } from "../challenges/schema.ts";
import { choices } from "../choices/rules.ts";
import { choicesEvents } from "../choices/schema.ts";
import { commitments } from "../commitments/rules.ts";
import { commitmentsEvents } from "../commitments/schema.ts";
import { context } from "../context/rules.ts";
import { contextEvents } from "../context/schema.ts";
import { differences } from "../differences/rules.ts";
import { differencesEvents } from "../differences/schema.ts";
import { drawer } from "../drawer/rules.ts";
import { drawerEvents } from "../drawer/schema.ts";
import { feedback } from "../feedback/rules.ts";
import { feedbackEvents } from "../feedback/schema.ts";
import { ground, ownGround } from "../common-ground/rules.ts";
import { groundEvents, ownGroundEvents } from "../common-ground/schema.ts";
import { goals, ownGoals } from "../goals/rules.ts";
import { goalsEvents, ownGoalsEvents } from "../goals/schema.ts";
import { hopes, ownHopes } from "../hopes/rules.ts";
import { hopesEvents, ownHopesEvents } from "../hopes/schema.ts";
import { notes } from "../notes/rules.ts";
import { notesEvents } from "../notes/schema.ts";
import { nudges } from "../nudges/rules.ts";
import { nudgesEvents } from "../nudges/schema.ts";
import { offlimits, ownOfflimits } from "../offlimits/rules.ts";
import { offlimitsEvents, ownOfflimitsEvents } from "../offlimits/schema.ts";
import { pages } from "../pages/rules.ts";
import { pagesEvents } from "../pages/schema.ts";
import { questions } from "../questions/rules.ts";
import { questionsEvents } from "../questions/schema.ts";
import { releases } from "../releases/rules.ts";
import { releasesEvents } from "../releases/schema.ts";
import { ownRepair, repair } from "../repair/rules.ts";
import { ownRepairEvents, repairEvents } from "../repair/schema.ts";
import { ending } from "../ending/rules.ts";
import { endingEvents } from "../ending/schema.ts";
import { ownReviews, reviews } from "../reviews/rules.ts";
import { ownReviewsEvents, reviewsEvents } from "../reviews/schema.ts";
import { ownShowing } from "../showing/rules.ts";
import { ownShowingEvents } from "../showing/schema.ts";
import { ownSessions } from "../sessions/private/rules.ts";
import { ownSessionsEvents } from "../sessions/private/schema.ts";
import { sessions } from "../sessions/rules.ts";
import { sessionsEvents } from "../sessions/schema.ts";
import { ownStories, stories } from "../stories/rules.ts";
import { ownStoriesEvents, storiesEvents } from "../stories/schema.ts";
import type { EventDeclaration, OpenedOf } from "./schema.ts";
import { type AnySlice, type Opened, type Slice, type States, step } from "./rules.ts";

/** A slice with the events it folds. */
export interface Part<Declarations extends ReadonlyArray<EventDeclaration> = ReadonlyArray<EventDeclaration>> {
  readonly slice: AnySlice;
  readonly events: Declarations;
}

/** Joins a slice to its events; compiles only where the slice takes each of them. */
function part<State, const Declarations extends ReadonlyArray<EventDeclaration>>(
  slice: Slice<State, OpenedOf<Declarations>>,
  events: Declarations,
): Part<Declarations> {
  return { slice, events };
}

type EventIn<Parts extends ReadonlyArray<Part>> = Parts[number] extends infer One
  ? One extends Part<infer Declarations>
    ? OpenedOf<Declarations>
    : never
  : never;

/** A room before its first event. Sealed: the two. */
export const emptyRoom = {
  advice: advice.initial,
  agreement: agreement.initial,
  celebrations: celebrations.initial,
  challenges: challenges.initial,
  commitments: commitments.initial,
  context: context.initial,
  differences: differences.initial,
  feedback: feedback.initial,
  ending: ending.initial,
  goals: goals.initial,
  ground: ground.initial,
  hopes: hopes.initial,
  notes: notes.initial,
  offlimits: offlimits.initial,
  pages: pages.initial,
  questions: questions.initial,
  repair: repair.initial,
  releases: releases.initial,
  reviews: reviews.initial,
  sessions: sessions.initial,
  stories: stories.initial,
};
/** The parts of a room. */
export const roomParts = [
  part(advice, adviceEvents),
  part(agreement, agreementEvents),
  part(celebrations, celebrationsEvents),
  part(challenges, challengesEvents),
  part(commitments, commitmentsEvents),
  part(context, contextEvents),
  part(differences, differencesEvents),
  part(feedback, feedbackEvents),
  part(ending, endingEvents),
  part(goals, goalsEvents),
  part(ground, groundEvents),
  part(hopes, hopesEvents),
  part(notes, notesEvents),
  part(offlimits, offlimitsEvents),
  part(pages, pagesEvents),
  part(questions, questionsEvents),
  part(repair, repairEvents),
  part(releases, releasesEvents),
  part(reviews, reviewsEvents),
  part(sessions, sessionsEvents),
  part(stories, storiesEvents),
] as const;

/** The log of one's own before its first event. Sealed: its owner alone. */
export const emptyOwn = {
  choices: choices.initial,
  drawer: drawer.initial,
  goals: ownGoals.initial,
  ground: ownGround.initial,
  hopes: ownHopes.initial,
  nudges: nudges.initial,
  offlimits: ownOfflimits.initial,
  repair: ownRepair.initial,
  reviews: ownReviews.initial,
  sessions: ownSessions.initial,
  showing: ownShowing.initial,
  stories: ownStories.initial,
};
/** The parts of the log of one's own: what only its owner sees, about one room (its id stands in the payload) or none. */
export const ownParts = [
  part(choices, choicesEvents),
  part(drawer, drawerEvents),
  part(ownGoals, ownGoalsEvents),
  part(ownGround, ownGroundEvents),
  part(ownHopes, ownHopesEvents),
  part(nudges, nudgesEvents),
  part(ownOfflimits, ownOfflimitsEvents),
  part(ownRepair, ownRepairEvents),
  part(ownReviews, ownReviewsEvents),
  part(ownSessions, ownSessionsEvents),
  part(ownShowing, ownShowingEvents),
  part(ownStories, ownStoriesEvents),
] as const;

/** The state of a room. Sealed: the two. */
export type RoomState = typeof emptyRoom;
/** The state of the log of one's own. Sealed: its owner alone. */
export type OwnState = typeof emptyOwn;
/** Any event of a room, opened. */
export type RoomEvent = EventIn<typeof roomParts>;
/** Any event of one's own log, opened. */
export type OwnEvent = EventIn<typeof ownParts>;

/**
 * Why an event was set aside: "newer" is a type or version that this program does not know (written by a newer Oakroom),
 * "damaged" does not fit its own shape, or its slice could not take it.
 */
export type SetAside = "newer" | "damaged";

/** An event that fits its declaration. */
export interface Parsed {
  readonly declaration: EventDeclaration;
  readonly payload: unknown;
}

/** Parses an event's payload by its declaration. */
export function parseEvent(
  parts: ReadonlyArray<Part>,
  type: string,
  version: number,
  payload: unknown,
): Parsed | SetAside {
  const declaration = parts.flatMap((one) => one.events).find((one) => one.type === type && one.version === version);
  if (!declaration) return "newer";
  const parsed = z.safeParse(declaration.payload, payload);
  return parsed.success ? { declaration, payload: parsed.data } : "damaged";
}

/** The states after one more parsed event; "damaged" where its slice could not take it, so that the rest stays readable. */
export function foldEvent<S extends States>(parts: ReadonlyArray<Part>, states: S, opened: Opened): S | "damaged" {
  try {
    return step(
      states,
      parts.map((one) => one.slice),
      opened,
    );
  } catch {
    return "damaged";
  }
}
