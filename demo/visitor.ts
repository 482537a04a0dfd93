/** Somebody at the server's door: what a browser sends and keeps, without a browser. */
import { makeUuid } from "../app/values/id.ts";
import type { AnsweredOf, InputOf, Operation } from "../app/values/operation.ts";
import { makeCall } from "../app/web/client/call.ts";

/** Where a server listens, and the origin that it expects of whoever changes something. */
export interface Door {
  readonly address: string;
  readonly origin: string;
}

/** A new id as clients make them; `now` keeps ids of one story in its order. */
export function newId(now: number = Date.now()): string {
  return makeUuid(now, crypto.getRandomValues(new Uint8Array(10)));
}

/** One visitor with cookies of their own. */
export class Visitor {
  readonly #door: Door;
  readonly #cookies = new Map<string, string>();

  constructor(door: Door) {
    this.#door = door;
  }

  /** The cookies as a request carries them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #fetch(path: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set("origin", this.#door.origin);
    if (this.#cookies.size > 0) headers.set("cookie", this.cookie);
    const response = await fetch(this.#door.address + path, { ...request, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  /** Asks for one declared operation. Throws where the answer is not a yes. */
  async ask<const O extends Operation>(operation: O, input: InputOf<O>): Promise<AnsweredOf<O>> {
    const call = makeCall({
      fetch: (path, request) => this.#fetch(path, request),
      onSignedOut: () => undefined,
    });
    const answer = await call(operation, input);
    if (answer.kind === "done") return answer.value;
    const why = answer.kind === "refused" ? `refused, ${answer.refused}` : answer.kind;
    const fields = answer.kind === "fields" ? `: ${answer.fields.join(", ")}` : "";
    throw new Error(`${operation.id}: ${why}${fields}`);
  }
}
