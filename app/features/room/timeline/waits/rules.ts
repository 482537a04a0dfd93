/** What waits for somebody's own answer in a room, wherever on the timeline it stands: worked out on their device, told to nobody. */
import type { AccountId } from "../../../../values/id.ts";
import { type Asked, isUpwardOpen, mayGive, type Upward } from "../../feedback/rules.ts";
import { type Heard, waitingForMe } from "../../notes/rules.ts";
import { type Request, waitForMe } from "../../releases/rules.ts";
import type { RoomState } from "../../state/fold.ts";

/** One thing that waits. */
export type Waiting =
  /** The other said "now": a thought of mine is to be written. */
  | { readonly is: "leave"; readonly asked: Asked }
  /** The other would say a thought: now, later or not today. */
  | { readonly is: "thought"; readonly asked: Asked }
  /** The other asks about their mentoring. */
  | { readonly is: "upward"; readonly upward: Upward }
  /** The other said back what they heard. */
  | { readonly is: "heard"; readonly heard: Heard }
  /** The other asks for words of mine. */
  | { readonly is: "release"; readonly request: Request }
  /** The other suggested words for the agreement; said once, however many parts they are for. */
  | { readonly is: "part" };

/** What waits for `me`; whatever was answered "later" or "not today" does not. */
export function waitsFor(state: RoomState, me: AccountId): ReadonlyArray<Waiting> {
  const { agreement, feedback, notes, releases } = state;
  const hasPart = Object.values(agreement.parts).some(({ proposal }) => proposal !== undefined && proposal.by !== me);
  return [
    ...feedback.asked.flatMap((asked): ReadonlyArray<Waiting> => {
      if (mayGive(asked, me)) return [{ is: "leave", asked }];
      return asked.by !== me && asked.answer === undefined ? [{ is: "thought", asked }] : [];
    }),
    ...feedback.upward.flatMap((upward): ReadonlyArray<Waiting> =>
      upward.by !== me && isUpwardOpen(upward, me) ? [{ is: "upward", upward }] : [],
    ),
    ...waitForMe(releases, me).map((request): Waiting => ({ is: "release", request })),
    ...waitingForMe(notes, me).map((heard): Waiting => ({ is: "heard", heard })),
    ...(hasPart ? [{ is: "part" } as const] : []),
  ];
}
