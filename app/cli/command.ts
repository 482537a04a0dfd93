/** What a command of `npm run oakroom -- COMMAND` is: it parses its arguments, calls a store or a rule, and prints. */

/** How a question is asked. */
export interface Asking {
  /** True for a secret: what is typed does not show. */
  readonly isSecret: boolean;
}

/** What a command may touch of the world outside; tests pass their own. */
export interface CommandIo {
  /** The settings: `process.env` in the real program. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin: the folder in which the operator typed the command. */
  readonly folder: string;
  /** The folder of the program, where `data` lies unless OAKROOM_DATA names another one. */
  readonly root: string;
  /** Prints one line. */
  out(line: string): void;
  /** Prints one line for what went wrong, which says what to do. */
  err(line: string): void;
  /** Asks the person who typed the command; missing where nobody is there to answer. */
  readonly ask?: (question: string, how?: Asking) => Promise<string>;
  /** True where a person reads along and progress on one line makes sense. */
  readonly interactive: boolean;
}

/** One command. */
export interface Command {
  /** The word that calls it. */
  readonly name: string;
  /** What stands behind the word in `help`: `FILE`, or nothing. */
  readonly usage: string;
  /** One sentence for `help`. */
  readonly summary: string;
  /** Runs with what was typed behind the word; answers the exit code: 0 done, 1 refused or failed, 2 wrongly called or set up. */
  run(args: ReadonlyArray<string>, io: CommandIo): Promise<number>;
}
