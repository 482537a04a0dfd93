import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { operation } from "../../values/operation.ts";
import { Fault } from "./answer.ts";
import { addressOf, makeCall } from "./call.ts";

const WriteNote = operation({
  id: "writeNote",
  method: "POST",
  path: "/rooms/:roomId/notes",
  summary: "Write a note",
  params: z.strictObject({ roomId: z.string() }),
  query: z.strictObject({ draft: z.optional(z.boolean()) }),
  body: z.strictObject({ words: z.string() }),
  answer: z.object({ number: z.number() }),
  refusals: ["closed", "too-late"],
});
const ReadBytes = operation({ id: "readBytes", method: "GET", path: "/bytes", summary: "Read bytes", gives: "cbor" });
const SendBytes = operation({ id: "sendBytes", method: "POST", path: "/bytes", summary: "Send bytes", takes: "cbor" });

/** A host that answers once and remembers what it was asked. */
function hostOf(answer: Response | Error) {
  const asked: Array<{ address: string; request: RequestInit }> = [];
  let signedOut = 0;
  const call = makeCall({
    fetch: (address, request) => {
      asked.push({ address, request });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  return { call, asked, signedOut: () => signedOut };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
const note = { params: { roomId: "r1" }, query: { draft: true }, body: { words: "Hello" } };

describe("calling an operation", () => {
  it("sends its parts and gives the parsed answer", async () => {
    const { call, asked } = hostOf(json(201, { number: 7, more: "is dropped" }));
    expect(await call(WriteNote, note)).toEqual({ kind: "done", value: { number: 7 } });
    expect(asked[0]?.address).toBe("/api/rooms/r1/notes?draft=true");
    expect(asked[0]?.request).toMatchObject({ method: "POST", credentials: "same-origin", body: '{"words":"Hello"}' });
  });

  it.each([
    ["a word of its own refusals", json(409, { refused: "closed" }), { kind: "refused", refused: "closed" }],
    [
      "fields the server did not accept",
      json(400, { error: "bad-request", fields: ["words"] }),
      { kind: "fields", fields: ["words"] },
    ],
    ["something not there, or not theirs", json(404, { error: "not-found" }), { kind: "not-found" }],
    ["too many calls", json(429, {}, { "retry-after": "3" }), { kind: "busy", afterMs: 3000 }],
    ["too many calls, without a time", json(429, {}), { kind: "busy", afterMs: undefined }],
    ["a server that starts again", new Response("", { status: 503 }), { kind: "offline" }],
    ["no network", new TypeError("Failed to fetch"), { kind: "offline" }],
  ])("answers with a value for %s", async (_, answer, expected) => {
    expect(await hostOf(answer).call(WriteNote, note)).toEqual(expected);
  });

  it("tells the shell when nobody is signed in any more", async () => {
    const { call, signedOut } = hostOf(json(401, { error: "not-signed-in" }));
    expect(await call(WriteNote, note)).toEqual({ kind: "signed-out" });
    expect(signedOut()).toBe(1);
  });

  it.each([
    ["a refusal that it does not know", json(409, { refused: "moon" })],
    ["an answer in another shape", json(200, { number: "seven" })],
    ["an answer that is no JSON", new Response("<html>", { status: 200 })],
    ["a fault of the server", json(500, { error: "fault" })],
  ])("throws for %s, without any content", async (_, answer) => {
    const thrown = await hostOf(answer)
      .call(WriteNote, note)
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Fault);
    expect(String(thrown)).not.toContain("Hello");
  });

  it("throws as fetch does when the caller stops it", async () => {
    const stopper = new AbortController();
    stopper.abort();
    const { call } = hostOf(new DOMException("stopped", "AbortError"));
    await expect(call(WriteNote, note, { signal: stopper.signal })).rejects.toThrow("stopped");
  });
});

describe("sealed bytes", () => {
  it("come back as bytes", async () => {
    const headers = { "content-type": "application/cbor" };
    const answer = await hostOf(new Response(new Uint8Array([1, 2, 3]), { headers })).call(ReadBytes, {});
    expect(answer).toEqual({ kind: "done", value: new Uint8Array([1, 2, 3]) });
  });

  it("are not what a network's sign-in page answers", async () => {
    const page = new Response("<html>", { headers: { "content-type": "text/html" } });
    await expect(hostOf(page).call(ReadBytes, {})).rejects.toThrow(Fault);
  });

  it("travel as they are, and only as the part of the buffer that they are", async () => {
    const { call, asked } = hostOf(new Response(null, { status: 204 }));
    await call(SendBytes, { body: new Uint8Array([9, 1, 2, 9]).subarray(1, 3) });
    expect(asked[0]?.request.headers).toEqual({ "content-type": "application/cbor" });
    expect(asked[0]?.request.body).toEqual(new Uint8Array([1, 2]));
  });
});

describe("an address", () => {
  it("keeps every value in its place", () => {
    const address = addressOf(WriteNote, { params: { roomId: "../../x?y#z" }, query: { draft: undefined } });
    expect(address).toBe("/api/rooms/..%2F..%2Fx%3Fy%23z/notes");
  });

  it("is not made without a part that the path names", () => {
    expect(() => addressOf(WriteNote, { params: {} })).toThrow("writeNote needs roomId");
    expect(() => addressOf(WriteNote, { params: { roomId: "" } })).toThrow("writeNote needs roomId");
  });
});
