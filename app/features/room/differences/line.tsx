import { lazily } from "../../../web/ui/lazily.tsx";
import { lineOf, quiet } from "../timeline/said.tsx";
import type { DifferenceDecided, DifferenceSaid, DifferenceViewed } from "./rules.ts";
import { differencesLineText as said } from "./said/text.ts";

const DifferenceWords = lazily(() => import("./difference-words.tsx").then((m) => m.DifferenceWords));

/** Differences on the timeline: the views stand where the difference was first said. */
export const differencesLines = [
  lineOf<DifferenceSaid>(
    "differences.said",
    ({ id, author, payload }, room) => ({
      kind: "part",
      tag: said.tag,
      part: <DifferenceWords room={room} id={id} by={author} about={payload.about} />,
    }),
    DifferenceWords,
  ),
  lineOf<DifferenceViewed>("differences.viewed", () => quiet(said.viewed)),
  lineOf<DifferenceDecided>("differences.decided", () => quiet(said.decided)),
];
