import * as z from "zod/mini";
import type { AnsweredOf, InputOf, Operation, RefusalOf } from "../../values/operation.ts";
import { Fault, type Answer } from "./answer.ts";

/** What calls need of their host; tests pass doubles. */
export interface CallHost {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Told after every call whether the server was there. */
  readonly onReached?: (reached: boolean) => void;
  /** Told once for every answer 401 to a call of somebody who was signed in. */
  readonly onSignedOut: () => void;
}

/** What a caller may add to a call. */
export interface CallOptions {
  /** Ends the call early; it then throws as fetch does. */
  readonly signal?: AbortSignal;
}

/** Calls one declared operation. */
export type Call = <const O extends Operation>(
  operation: O,
  input: InputOf<O>,
  options?: CallOptions,
) => Promise<Answer<AnsweredOf<O>, RefusalOf<O>>>;

const Refused = z.object({ refused: z.string() });
const Faulty = z.object({ fields: z.array(z.string()) });

/** The parts of an address by name. Operations have typed them; a validator for them would weigh more than all other calls need. */
function partsOf(input: unknown, kind: "params" | "query"): ReadonlyArray<[string, unknown]> {
  const parts: unknown = typeof input === "object" && input !== null ? Reflect.get(input, kind) : undefined;
  return typeof parts === "object" && parts !== null ? Object.entries(parts) : [];
}

/** The address of an operation with its path and query filled in. Every part is encoded, so that no value can leave its place. */
export function addressOf(operation: Pick<Operation, "id" | "path">, input: unknown): string {
  const params = new Map(partsOf(input, "params"));
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params.get(name);
    if (typeof value !== "string" || value === "") throw new TypeError(`${operation.id} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of partsOf(input, "query")) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      search.set(name, `${value}`);
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ""}`;
}

function requestOf(operation: Operation, input: unknown, signal: AbortSignal | undefined): RequestInit {
  const base: RequestInit = { method: operation.method, credentials: "same-origin", signal: signal ?? null };
  const body = typeof input === "object" && input !== null && "body" in input ? input.body : undefined;
  if (body === undefined) return base;
  if (operation.takes !== "cbor") {
    return { ...base, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  }
  if (!(body instanceof Uint8Array)) throw new TypeError(`${operation.id} takes bytes`);
  return { ...base, headers: { "content-type": "application/cbor" }, body: new Uint8Array(body) };
}

async function readValue(operation: Operation, response: Response): Promise<unknown> {
  if (operation.gives === "cbor") {
    // A network's own sign-in page answers 200 too.
    if (response.headers.get("content-type") !== "application/cbor") throw new Fault(operation.id, response.status);
    return new Uint8Array(await response.arrayBuffer());
  }
  if (!operation.answer) return undefined;
  const parsed = z.safeParse(operation.answer, await json(response));
  if (!parsed.success) throw new Fault(operation.id, response.status);
  return parsed.data;
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function waitOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

async function read(operation: Operation, response: Response): Promise<Answer<unknown, string>> {
  if (response.ok) return { kind: "done", value: await readValue(operation, response) };
  if (response.status === 400) {
    const faulty = z.safeParse(Faulty, await json(response));
    return { kind: "fields", fields: faulty.success ? faulty.data.fields : [] };
  }
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 404) return { kind: "not-found" };
  if (response.status === 429) return { kind: "busy", afterMs: waitOf(response) };
  if (response.status === 409) {
    const refused = z.safeParse(Refused, await json(response));
    if (refused.success && operation.refusals?.includes(refused.data.refused)) {
      return { kind: "refused", refused: refused.data.refused };
    }
  }
  if (response.status === 502 || response.status === 503 || response.status === 504) return { kind: "offline" };
  throw new Fault(operation.id, response.status);
}

/** Makes a caller for a host. */
export function makeCall(host: CallHost): Call {
  function call<const O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: CallOptions,
  ): Promise<Answer<AnsweredOf<O>, RefusalOf<O>>>;
  async function call(operation: Operation, input: unknown, options?: CallOptions): Promise<Answer<unknown, string>> {
    const request = requestOf(operation, input, options?.signal);
    let response: Response;
    try {
      response = await host.fetch(addressOf(operation, input), request);
    } catch (error) {
      if (options?.signal?.aborted) throw error;
      host.onReached?.(false);
      return { kind: "offline" };
    }
    const answer = await read(operation, response);
    host.onReached?.(answer.kind !== "offline");
    if (answer.kind === "signed-out") host.onSignedOut();
    return answer;
  }
  return call;
}
