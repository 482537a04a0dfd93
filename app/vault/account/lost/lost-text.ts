/** A sentence for each way in which nobody begins anew, or takes the keys of before back: for three screens alone, so apart from the others. */
import type { AnewRefusal, CancelRefusal } from "../../secrets.ts";
import { enrolText, unlockText } from "../../text.ts";
import type { BeginRefusal } from "../../vault.ts";

/** Why nobody began anew. */
export const anewRefusalText: Readonly<Record<AnewRefusal, string>> = {
  ...enrolText,
  "too-soon":
    "New keys were made in your name lately, or taken back. To keep others from doing so with your mail alone, this waits for a week. Write to the people who run your programme if you cannot wait.",
};

/** Why the keys of before were not taken back. */
export const cancelRefusalText: Readonly<Record<CancelRefusal, string>> = {
  "wrong-secret": "That does not open your keys of before. Look for a typing error.",
  mistyped: unlockText.mistyped,
  offline: "There is no connection just now. Try again in a moment.",
  readmitted:
    "The other person of one of your rooms has let the new keys in, so this can no longer be taken back. Tell them on another channel, now, and write to the people who run your programme.",
};

/** Why a room was not begun again. */
export const beginRefusalText: Readonly<Record<BeginRefusal, string>> = {
  ...unlockText,
  locked: "Unlock first.",
  "no-such-room": "This room is not here.",
  "not-lost":
    "One of you has not lost everything, as far as the server knows. Then that person opens Oakroom and lets the other in.",
  "not-compared": "Compare the matching words first.",
  "too-soon":
    "One of you made new keys less than three days ago. So long whoever still has the old ones can take that back; after that you can begin again.",
};
