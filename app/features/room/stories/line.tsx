import { lazily } from "../../../web/ui/lazily.tsx";
import { lineOf, words } from "../timeline/said.tsx";
import type { StoryAnswered, StoryEchoed, StoryTold } from "./rules.ts";
import { storiesLineText as said } from "./said/text.ts";

const StoryWords = lazily(() => import("./story-words.tsx").then((m) => m.StoryWords));

/** Stories on the timeline. */
export const storiesLines = [
  lineOf<StoryTold>(
    "stories.told",
    ({ id, payload }, room) => ({
      kind: "part",
      tag: said.tag,
      part: <StoryWords room={room} id={id} story={payload} />,
    }),
    StoryWords,
  ),
  lineOf<StoryEchoed>(
    "stories.echoed",
    ({ id, payload }, room) => ({
      kind: "part",
      tag: said.echo,
      part: <StoryWords room={room} id={id} story={payload.text} />,
    }),
    StoryWords,
  ),
  lineOf<StoryAnswered>("stories.answered", ({ payload }) => words(payload.text, said.answer)),
];
