import { lineOf, quiet, unshown, words } from "../timeline/said.tsx";
import type { GroundOffered, GroundWished } from "./rules.ts";
import { groundLineText as said } from "./said/text.ts";

/** Common ground on the timeline: that somebody picked, and the line they wrote openly; never a card. */
export const groundLines = [
  lineOf<GroundOffered>("ground.offered", ({ payload }) =>
    payload.line === "" ? quiet(said.offered) : words(payload.line, said.line),
  ),
  unshown("ground.answered", said.answered),
  lineOf<GroundWished>("ground.again", () => quiet(said.again)),
];
