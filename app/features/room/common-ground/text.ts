/** Every sentence about common ground. */
import { type Block, itemTexts } from "../../../../content/blocks.ts";
import {
  groundJoys,
  groundLearning,
  groundPeople,
  groundPlaces,
  groundWays,
  groundWork,
} from "../../../../content/en/common-ground.generated.ts";
import { mostPicks, type Theme } from "./rules.ts";

/** A card to pick. */
export interface GroundCard {
  /** What two devices compare; it stays the same whatever happens to the sentence. */
  readonly id: string;
  readonly words: string;
}

function cardsIn(block: Block): ReadonlyArray<GroundCard> {
  return itemTexts(block).map((line) => {
    const at = line.indexOf(": ");
    return { id: line.slice(0, at), words: line.slice(at + 2) };
  });
}

/** The cards, by where they stand. */
export const groundCards: Readonly<Record<Theme, ReadonlyArray<GroundCard>>> = {
  places: cardsIn(groundPlaces),
  learning: cardsIn(groundLearning),
  work: cardsIn(groundWork),
  ways: cardsIn(groundWays),
  joys: cardsIn(groundJoys),
  people: cardsIn(groundPeople),
};

/** The names of the themes. */
export const themeText: Readonly<Record<Theme, string>> = {
  places: "Places",
  learning: "Learning",
  work: "Work",
  ways: "How I am at work",
  joys: "What I like",
  people: "People",
};

/** The words of screens. */
export const groundText = {
  title: "Common ground",
  lead: (name: string) =>
    `Pick up to ${mostPicks} that are true for you. Only those that ${name} picks too are shown, to both of you.`,
  otherThere: (name: string) => `${name} has picked.`,
  picked: (count: number) => (count === 0 ? "" : `${count} of ${mostPicks} picked`),
  line: "A line of your own",
  lineHint: (name: string) => `Shown to ${name} at once.`,
  send: "Compare",
  locked: "Your rooms are locked. Unlock, then compare.",
  waits: (name: string) => `Your cards are there. What you share appears once ${name} has picked, too.`,
  comparing: (name: string) =>
    `Your devices are comparing. ${name}’s takes its part when ${name} next opens this room.`,
  shared: "True for both of you",
  few: "A question to explore together",
  notCompared: "The cards could not be compared this time, and none of yours was shown. Here is a question to explore.",
  again: "Once more",
  againHint: (name: string) => `A further round begins if ${name} would like one, too.`,
  againMine: (name: string) => `You would pick cards once more. It begins once ${name} would, too.`,
  againTheirs: (name: string) => `${name} would pick cards once more, if you like.`,
  lineOf: (name: string) => `${name} added`,
  you: "You added",
} as const;
