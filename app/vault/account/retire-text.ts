/** A sentence for each way in which a device is not taken out: for one screen alone, so apart from the others. */
import type { RetireRefusal } from "../secrets.ts";

/** Why a device was not taken out. */
export const retireText: Readonly<Record<RetireRefusal, string>> = {
  "wrong-secret": "That is not it, so nothing was changed. Look at it once more, or use another way.",
  mistyped: "There is a typing error in the recovery code. Look at it group by group.",
  "no-keys": "You have no keys yet.",
  offline: "There is no connection just now. What is done already stays done; press once more when you are online.",
  stopped: "Something the server said is not right, so nothing was changed.",
  "begun-anew": "This opens your keys of before. New ones were made in your name since then.",
  locked: "Unlock first.",
  "no-such-device": "This device is not one that can be taken out here.",
};
