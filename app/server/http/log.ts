/** The server's log: routes by their pattern, statuses, lengths of time. No address, no token, no content, no query. */
import { pino } from "pino";
import { codeOf } from "../../values/error-code.ts";

/** What the server may write down. */
export interface Log {
  /** A sentence for the operator. */
  say(sentence: string): void;
  /** One answered request. */
  request(method: string, pattern: string, status: number, tookMs: number): void;
  /** A defect: where, and the error's class and place in the code; its message may hold content and is left out. */
  defect(where: string, error: unknown): void;
}

/** Writes JSON lines to standard error, or nothing when `level` is "silent". */
export function makeLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  return {
    say: (sentence) => out.info(sentence),
    request: (method, pattern, status, tookMs) =>
      out.debug({ method, pattern, status, tookMs: Math.round(tookMs) }, "answered"),
    defect: (where, error) => out.error({ where, ...describe(error) }, "defect"),
  };
}

/** The class of an error, its code, and the places of our own code it passed; no message. */
export function describe(error: unknown): {
  readonly kind: string;
  readonly code?: string;
  readonly at: ReadonlyArray<string>;
} {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const at = (error.stack ?? "")
    .split("\n")
    .flatMap((line) => /(?:app|packages)\/[\w./-]+:\d+/.exec(line)?.[0] ?? [])
    .slice(0, 6);
  const code = codeOf(error);
  return { kind: error.name, ...(code ? { code } : {}), at };
}
