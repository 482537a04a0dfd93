import { lineOf, words } from "../timeline/said.tsx";
import type { StoryAnswered, StoryEchoed, StoryTold } from "./rules.ts";
import { storiesLineText as said } from "./said/text.ts";
import { StoryWords } from "./story-words.tsx";

/** Stories on the timeline. */
export const storiesLines = [
  lineOf<StoryTold>("stories.told", ({ id, payload }, room) => ({
    kind: "part",
    tag: said.tag,
    part: <StoryWords room={room} id={id} story={payload} />,
  })),
  lineOf<StoryEchoed>("stories.echoed", ({ id, payload }, room) => ({
    kind: "part",
    tag: said.echo,
    part: <StoryWords room={room} id={id} story={payload.text} />,
  })),
  lineOf<StoryAnswered>("stories.answered", ({ payload }) => words(payload.text, said.answer)),
];
