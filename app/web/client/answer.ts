/** What a call may come back with. Expected answers are values; only a defect throws. */

/** Nothing is wrong with what was asked; it could not be asked now. */
export type Hindrance =
  /** No connection, or the server is starting again. */
  | { readonly kind: "offline" }
  /** Asked too often; `afterMs` is when to ask again, where the server says it. */
  | { readonly kind: "busy"; readonly afterMs: number | undefined }
  /** Nobody is signed in any more. The shell shows the sign-in page; what was typed stays in its drafts. */
  | { readonly kind: "signed-out" };

/** What a call comes back with. `Refusal` are the words of the operation's own refusals. */
export type Answer<Value, Refusal extends string = never> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly refused: Refusal }
  /** The server did not accept these fields; their names, never their contents. */
  | { readonly kind: "fields"; readonly fields: ReadonlyArray<string> }
  /** Not there, or not yours: nobody can tell which. */
  | { readonly kind: "not-found" }
  | Hindrance;

/** A defect: of the server, or an answer that its own schema does not know. Carries no content. */
export class Fault extends Error {
  override readonly name = "Fault";
  /** The operation that failed. */
  readonly operation: string;
  readonly status: number;

  constructor(operation: string, status: number) {
    super(`${operation} answered ${status} in a way nobody expected`);
    this.operation = operation;
    this.status = status;
  }
}

/** One sentence for every way a call can be hindered, the same on all screens where something is typed or pressed. */
export const hindranceText: Readonly<Record<Hindrance["kind"] | "not-found" | "fields", string>> = {
  offline: "There is no connection to Oakroom just now. What you typed is still here; try again in a moment.",
  busy: "That was asked very often in a short time. Wait a moment, then try again.",
  "signed-out": "You are signed out. Sign in again; what you typed is kept on this page.",
  "not-found": "This is not here, or not yours to see.",
  fields: "Something in this form cannot be kept as it is. Please look at it once more.",
};

/** The same where something was only to be read: nothing was typed that could be lost. */
export const unreadText: typeof hindranceText = {
  ...hindranceText,
  offline: "There is no connection to Oakroom just now. Try again in a moment.",
  "signed-out": "You are signed out. Sign in again to read this.",
};
