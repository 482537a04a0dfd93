/** Good moments, however small: no points, no badges, nothing added up (P45). */
import type { SessionId } from "../../../values/id.ts";
import type { Opened, Slice } from "../state/rules.ts";

/** A good moment: what happened, and what somebody did to make it happen. */
export type MomentShared = Opened<
  "celebrations.shared",
  { readonly text: string; readonly sessionId?: SessionId | undefined }
>;

/** Whether there is any: the moments themselves are read from the timeline. Sealed: the two. */
export interface CelebrationsState {
  readonly hasAny: boolean;
}

/** Folds good moments. */
export const celebrations: Slice<CelebrationsState, MomentShared> = {
  name: "celebrations",
  initial: { hasAny: false },
  reduce: () => ({ hasAny: true }),
};
