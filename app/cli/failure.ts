/** How a command ends early: with one line that says what to do, and an exit code. */

/** The command was called in a way that cannot be meant (2), or cannot do what it was asked (1). */
export class Failure extends Error {
  readonly exitCode: 1 | 2;

  constructor(line: string, exitCode: 1 | 2) {
    super(line);
    this.exitCode = exitCode;
  }
}

/** The call makes no sense: exit code 2. */
export function misuse(line: string): Failure {
  return new Failure(line, 2);
}

/** The call makes sense and cannot be done: exit code 1. */
export function refusal(line: string): Failure {
  return new Failure(line, 1);
}
