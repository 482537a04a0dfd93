/** Guards that look at nothing but the sign-in record. */
import type { AccountId, SignInId } from "../../values/id.ts";
import type { Caller, Guard } from "./guard.ts";

class ProvenSignedIn {
  // Makes the type nominal: nothing that merely looks like a proof is one.
  declare protected readonly proven: "signed-in";
  readonly accountId: AccountId;
  readonly signInId: SignInId;

  constructor({ accountId, signInId }: Caller) {
    this.accountId = accountId;
    this.signInId = signInId;
  }
}

/** Somebody who is signed in. Only the guard `signedIn` makes one. */
export type SignedIn = ProvenSignedIn;

/** Lets whoever is signed in go on. */
export const signedIn: Guard<unknown, SignedIn> = {
  name: "signedIn",
  async prove({ caller }) {
    return caller ? new ProvenSignedIn(caller) : "not-signed-in";
  },
};

class ProvenAnyone {
  declare protected readonly proven: "anyone";
  /** Who it is, where a sign-in record says so. */
  readonly accountId: AccountId | undefined;

  constructor(accountId: AccountId | undefined) {
    this.accountId = accountId;
  }
}

/** Anyone at all, signed in or not. */
export type Anyone = ProvenAnyone;

/** Lets everyone go on: for sign-in, invitations, health, and pages that explain. */
export const anyone: Guard<unknown, Anyone> = {
  name: "anyone",
  async prove({ caller }) {
    return new ProvenAnyone(caller?.accountId);
  },
};
