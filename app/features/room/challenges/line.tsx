import { unshown } from "../timeline/said.tsx";

/** The mark stands on the note itself. */
export const challengesLines = [unshown("challenges.marked")];
