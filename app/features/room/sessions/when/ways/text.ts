/** What the ways of meeting are called. */
import type { WayKind } from "../../rules.ts";

/** The ways of meeting. */
export const wayText: Readonly<Record<WayKind, string>> = {
  "in-person": "In person",
  phone: "By phone",
  video: "By video",
  writing: "In writing",
};
