import { lazily } from "../../../web/ui/lazily.tsx";
import { lineOf, quiet, words } from "../timeline/said.tsx";
import { Parts } from "../timeline/parts.tsx";
import type { ConcernRaised, ConfidenceBroken, GoingDecided, MistakeOwned } from "./rules.ts";
import { repairLineText as said } from "./said/text.ts";

const BrokenWords = lazily(() => import("./broken-words.tsx").then((m) => m.BrokenWords));

/** Repair on the timeline of the two, and nowhere else. */
export const repairLines = [
  lineOf<MistakeOwned>("repair.owned", ({ payload }) => ({
    kind: "part",
    tag: said.owned,
    part: (
      <Parts
        parts={[
          [said.ownedParts.what, payload.what],
          [said.ownedParts.effect, payload.effect],
          [said.ownedParts.now, payload.now],
        ]}
      />
    ),
  })),
  lineOf<ConcernRaised>("repair.raised", ({ payload }) => words(payload.text, said.raised)),
  lineOf<ConfidenceBroken>(
    "repair.broken",
    ({ id, author, payload }, room) => ({
      kind: "part",
      tag: said.broken,
      part: <BrokenWords room={room} id={id} by={author} broken={payload} />,
    }),
    BrokenWords,
  ),
  lineOf<GoingDecided>("repair.decided", ({ payload }) => quiet(said.decided[payload.going])),
];
