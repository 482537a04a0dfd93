/** Guards that look at nothing but the sign-in record. */
import type { AccountId, SignInId } from "../../values/id.ts";
import type { Guard, Proven } from "./guard.ts";

/** Somebody who is signed in. */
export interface SignedIn extends Proven<"signed-in"> {
  readonly accountId: AccountId;
  readonly signInId: SignInId;
}

/** Lets whoever is signed in go on. */
export const signedIn: Guard<unknown, SignedIn> = {
  name: "signedIn",
  async prove({ caller }) {
    return caller ? ({ ...caller } as SignedIn) : "not-signed-in";
  },
};

/** Anyone at all, signed in or not. */
export interface Anyone extends Proven<"anyone"> {
  /** Who it is, where a sign-in record says so. */
  readonly accountId: AccountId | undefined;
}

/** Lets everyone go on: for sign-in, invitations, health, and pages that explain. */
export const anyone: Guard<unknown, Anyone> = {
  name: "anyone",
  async prove({ caller }) {
    return { accountId: caller?.accountId } as Anyone;
  },
};
