import { Link } from "../../../web/ui/link.tsx";
import { lineOf, quiet } from "../timeline/said.tsx";
import type { ReleaseAnswered, ReleaseAsked, ReleaseMade } from "./rules.ts";
import { releasesLineText as said } from "./said/text.ts";

/** Asking first on the timeline: that it was asked, with the way to it; what it is about stands there. */
export const releasesLines = [
  lineOf<ReleaseAsked>("releases.asked", (_event, { roomId }) => ({
    kind: "part",
    part: (
      <p>
        {said.asked} <Link href={`/rooms/${roomId}/more/ask-first`}>{said.see}</Link>
      </p>
    ),
  })),
  lineOf<ReleaseAnswered>("releases.answered", () => quiet(said.answered)),
  lineOf<ReleaseMade>("releases.made", () => quiet(said.made)),
];
