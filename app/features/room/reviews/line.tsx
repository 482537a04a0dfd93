import { lazily } from "../../../web/ui/lazily.tsx";
import { lineOf, quiet } from "../timeline/said.tsx";
import type { CheckShared, ReviewHeld } from "./rules.ts";
import { reviewsLineText as said } from "./said/text.ts";

const CheckWords = lazily(() => import("./check/check-words.tsx").then((m) => m.CheckWords));

/** Reviews on the timeline: that there was one, and what somebody chose to share. */
export const reviewsLines = [
  lineOf<ReviewHeld>("reviews.held", () => quiet(said.held)),
  lineOf<CheckShared>("reviews.shared", ({ author, payload }, { me, relationship }) => ({
    kind: "part",
    tag: said.shared,
    part: <CheckWords isMentee={(relationship.myRole === "mentee") === (author === me)} answers={payload.answers} />,
  })),
];
