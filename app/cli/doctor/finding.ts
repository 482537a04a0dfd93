/** What `doctor` found about one thing. */

/** "ok", "look" where it works and deserves a look, "wrong" where it does not work. */
export interface Finding {
  readonly about: string;
  readonly state: "ok" | "look" | "wrong";
  readonly line: string;
}

/** It works. */
export const good = (about: string, line: string): Finding => ({ about, state: "ok", line });
/** It works, and somebody should look at it. */
export const look = (about: string, line: string): Finding => ({ about, state: "look", line });
/** It does not work; the line says what to do. */
export const wrong = (about: string, line: string): Finding => ({ about, state: "wrong", line });
