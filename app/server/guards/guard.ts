/**
 * Guards prove something about the caller, or say no. What they proved is a value of a class that only they can make;
 * handlers and stores ask for it in their signature, so a route without its guard does not compile.
 */
import type { AccountId, SignInId } from "../../values/id.ts";
import type { Instant } from "../../values/instant.ts";
import type { Reader } from "../database/database.ts";

/** What every guard is given. */
export interface Asked<Params> {
  readonly read: Reader;
  readonly params: Params;
  readonly now: Instant;
  /** Who holds the sign-in cookie, if anyone; already checked against the table. */
  readonly caller: Caller | undefined;
  /** The sign-in cookie's token, for a guard that finds the caller itself. */
  readonly token?: string | undefined;
}

/** The person behind a valid sign-in record. */
export interface Caller {
  readonly accountId: AccountId;
  readonly signInId: SignInId;
}

/** "not-signed-in" answers 401; "not-found" answers 404, alike for foreign and missing. */
export type GuardRefusal = "not-signed-in" | "not-found";

/** Decides who may go on. `Params` is what it needs of the path. */
export interface Guard<Params, Proof> {
  readonly name: string;
  /** True where the guard finds the caller by `token`, in the same query as the rest; then it is given no `caller`. */
  readonly findsCaller?: true;
  prove(asked: Asked<Params>): Promise<Proof | GuardRefusal>;
}
