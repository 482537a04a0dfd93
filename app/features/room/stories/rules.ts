/** Stories from one's own life, failures included: kept for oneself first, and told in a room by choice (P26, P44, P94). */
import type { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { type Answerable, changeNamed, type Reference } from "../state/reference/rules.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** The four prompts, in their order (story.failure). */
export const storyFields = ["tried", "wrong", "taught", "sooner"] as const;
/** One of the four prompts. */
export type StoryField = (typeof storyFields)[number];
/** A story; prompts that were left are empty. */
export type StoryWords = Readonly<Record<StoryField, string>>;

/** A story is told in this room. */
export type StoryTold = Opened<"stories.told", StoryWords & { readonly sessionId?: SessionId | undefined }>;
/** A short story beside a challenge of the other's, and back to them (story.echo). */
export type StoryEchoed = Opened<"stories.echoed", { readonly to: Reference; readonly text: string }>;
/** Words to a story; "thank you" is enough. */
export type StoryAnswered = Opened<"stories.answered", { readonly to: Reference; readonly text: string }>;

/** A story that was told, as far as its answer goes: the words are read from the timeline. */
export interface ToldStory extends Answerable {
  readonly isAnswered: boolean;
}

/** The stories told in a room. Sealed: the two. */
export interface StoriesState {
  readonly told: ReadonlyArray<ToldStory>;
}

/** Folds the stories of a room. Whoever told one does not answer it. */
export const stories: Slice<StoriesState, StoryTold | StoryEchoed | StoryAnswered> = {
  name: "stories",
  initial: { told: [] },
  reduce({ told }, opened) {
    const { id, hash, author, type } = opened;
    if (type !== "stories.answered") return { told: [...told, { id, hash, by: author, isAnswered: false }] };
    return {
      told: changeNamed(told, opened.payload.to, author, (one) =>
        one.by === author ? one : { ...one, isAnswered: true },
      ),
    };
  },
};

/** True where this reader is offered to answer a story. Nothing asks for a story in return (P43). */
export function mayAnswer({ told }: StoriesState, story: ItemId, me: AccountId): boolean {
  return told.some((one) => one.id === story && one.by !== me && !one.isAnswered);
}

/** A story as its owner keeps it; with nothing on it, it is gone. In one's own log, and in no room. */
export type StoryKept = Opened<"stories.kept", StoryWords & { readonly story: string }>;

/** Stories kept for oneself, newest last. Sealed: their owner alone. */
export interface OwnStoriesState {
  readonly kept: ReadonlyArray<StoryKept["payload"]>;
}

/** Folds the stories that somebody keeps for themselves. */
export const ownStories: Slice<OwnStoriesState, StoryKept> = {
  name: "stories",
  initial: { kept: [] },
  reduce({ kept }, { payload }) {
    const others = kept.filter(({ story }) => story !== payload.story);
    return { kept: isBlank(payload) ? others : [...others, payload] };
  },
};

/** True where nothing was written to any prompt. */
export function isBlank(words: StoryWords): boolean {
  return storyFields.every((field) => words[field].trim() === "");
}
