import { lineOf, words } from "../timeline/said.tsx";
import type { MomentShared } from "./rules.ts";
import { momentTag } from "./said/text.ts";

/** Good moments on the timeline. */
export const celebrationsLines = [
  lineOf<MomentShared>("celebrations.shared", ({ payload }) => words(payload.text, momentTag)),
];
