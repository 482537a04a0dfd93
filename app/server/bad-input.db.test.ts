import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ReadProgramme } from "../features/programme/programmes/schema.ts";
import { replaceSetUpLink } from "../features/programme/programmes/set-up/store.ts";
import { ReadMyPlace } from "../features/programme/profile/schema.ts";
import { ListPeople } from "../features/programme/people/schema.ts";
import { Invite } from "../features/programme/invitations/schema.ts";
import type { Operation } from "../values/operation.ts";
import { type Answer, operationIds, rowOf, send } from "./matrix/testing/cells.ts";
import { type Fixture, makeFixture } from "./matrix/testing/fixture.ts";
import type { Parts } from "./matrix/testing/asking.ts";
import { requests } from "./matrix/testing/requests.ts";
import { takeSnapshot } from "./matrix/testing/rows.ts";
import { targetOf } from "./matrix/testing/targets.ts";
import { expected, whos } from "./matrix/row.ts";
import type { OperationId } from "./matrix/operations.ts";
import { type BadText, type Place, readBadTexts, stringPlaces, textAt, withText } from "./testing/bad-input.ts";
import { type TestServer, testServer } from "./testing.ts";

const texts = readBadTexts();
if (!texts) console.log("shared/badinput is not at hand: nothing is sent");

let server: TestServer;
let fixture: Fixture;
let bench: Parameters<typeof send>[0];
let made = 0;

/** Somebody who gets through to an operation, with a request that is good. */
function goodRequest(id: OperationId): { readonly parts: Parts; readonly cookie: string | undefined } {
  const row = rowOf(id);
  const who =
    whos.find((one) => expected(row, one, "own") === 200) ?? whos.find((one) => expected(row, one, "own") === 409);
  const asking = { fixture, target: targetOf(fixture, row.about, "own"), who: who ?? "anonymous" };
  const parts: Parts = requests[id](asking);
  const cookie = fixture.cookies[who ?? "anonymous"][0];
  if (id !== "addPerson") return { parts, cookie };
  made += 1;
  return {
    parts: { ...parts, body: asBody(withText(parts.body, ["facts", "email"], `new.${made}@northwind.example`)) },
    cookie,
  };
}

const Body = z.record(z.string(), z.unknown());
const asBody = (body: unknown) => Body.parse(body);

function operationOf(id: OperationId): Operation {
  const operation = bench.operations.get(id);
  if (!operation) throw new Error(`${id} is not served`);
  return operation;
}

const bodied = () => operationIds.filter((id) => stringPlaces(operationOf(id)).length > 0);

function accepts({ body }: Operation, candidate: unknown): boolean {
  return body !== undefined && z.safeParse(body, candidate).success;
}

/** What no answer may show: where a program lies, what it did, what a database said. */
const inner = /\bat [\w.<>]+ \(|node_modules|\.ts:\d|file:\/\/|SQLITE|sqlite|relation "|syntax error|constraint/;

function faultsOf({ status, bytes }: Answer, text: string, isShown: boolean): ReadonlyArray<string> {
  const body = bytes.toString("utf8");
  return [
    ...(status >= 500 ? [`answered ${status}`] : []),
    ...(status >= 400 && inner.test(body) ? [`shows its inside: ${body.slice(0, 120)}`] : []),
    ...(status >= 400 && !isShown && text.length > 8 && body.includes(text) ? ["repeats what was sent"] : []),
    ...(status >= 400 && body.length > 1000 ? ["says too much"] : []),
  ];
}

async function sendBody(
  id: OperationId,
  change: (body: unknown) => unknown,
  text: string,
): Promise<ReadonlyArray<string>> {
  if (id === "setUp") await server.app.db.write((writer) => replaceSetUpLink(writer, fixture.tokens.setUp));
  const { parts, cookie } = goodRequest(id);
  const answer = await send(bench, id, { ...parts, body: asBody(change(parts.body)) }, cookie);
  return faultsOf(answer, text, false).map((fault) => `${id}: ${fault}`);
}

beforeAll(async () => {
  if (!texts) return;
  server = await testServer();
  fixture = await makeFixture(server);
  const operations = new Map(server.built.served.map(({ operation }) => [operation.id, operation]));
  bench = { fixture, operations, snapshot: await takeSnapshot(server.app.db) };
}, 180_000);

afterAll(() => server?.end());

describe.runIf(texts)("S5: bad input, in every text of every operation", () => {
  const all: ReadonlyArray<BadText> = texts ?? [];

  it("has texts and fields enough", () => {
    expect(all.length).toBeGreaterThan(550);
    expect(bodied().flatMap((id) => stringPlaces(operationOf(id))).length).toBeGreaterThan(60);
  });

  it("goes wherever a shape lets it, and breaks nothing", { timeout: 300_000 }, async () => {
    const faults: string[] = [];
    let taken = 0;
    for (const id of bodied()) {
      const operation = operationOf(id);
      const places = stringPlaces(operation);
      const { parts } = goodRequest(id);
      for (const { name, text } of all) {
        const open = places.filter((place) => accepts(operation, withText(parts.body, place, text)));
        if (open.length === 0) continue;
        taken += open.length;
        const change = (body: unknown) => open.reduce((into, place) => withText(into, place, text), body);
        faults.push(...(await sendBody(id, change, text)).map((fault) => `${fault}, with ${name}`));
      }
    }
    expect(faults).toEqual([]);
    expect(taken).toBeGreaterThan(10_000);
  });

  it(
    "is refused without a word of it: each text in some field that does not take it, in a path, and as a field's name",
    { timeout: 300_000 },
    async () => {
      const faults: string[] = [];
      const fields = bodied().flatMap((id) =>
        stringPlaces(operationOf(id)).map((place): [OperationId, Place] => [id, place]),
      );
      const addressed = operationIds.filter(
        (id) => operationOf(id).params !== undefined || operationOf(id).query !== undefined,
      );
      for (const [at, { name, text }] of all.entries()) {
        const closed = fields.filter(
          ([id, place]) => !accepts(operationOf(id), withText(goodRequest(id).parts.body, place, text)),
        );
        const field = closed[at % Math.max(1, closed.length)];
        if (field) faults.push(...(await sendBody(field[0], (body) => withText(body, field[1], text), text)));
        const named = bodied()[at % bodied().length];
        if (named)
          faults.push(
            ...(await sendBody(named, (body) => ({ ...asBody(body), [text]: text }), text)).map(
              (fault) => `${fault}, name ${name}`,
            ),
          );
        const id = addressed[at % addressed.length];
        if (id)
          faults.push(
            ...(await sendAddress(id, text.toWellFormed().slice(0, 2000), at)).map((fault) => `${fault}, with ${name}`),
          );
      }
      expect(faults).toEqual([]);
    },
  );

  async function sendAddress(id: OperationId, text: string, at: number): Promise<ReadonlyArray<string>> {
    const { parts, cookie } = goodRequest(id);
    const names = Object.keys(parts.params ?? {});
    const name = names[at % Math.max(1, names.length)];
    const params = name === undefined ? parts.params : { ...parts.params, [name]: text };
    const query = parts.query && { ...parts.query, [Object.keys(parts.query)[0] ?? "q"]: text };
    const answer = await send(bench, id, { ...parts, ...(params && { params }), ...(query && { query }) }, cookie);
    return faultsOf(answer, text, false).map((fault) => `${id}: ${fault}`);
  }

  it("is refused in every field where nothing may keep it", { timeout: 120_000 }, async () => {
    const refused = all.filter(({ expect: wanted }) => wanted === "reject");
    expect(refused).toHaveLength(3);
    const taken: string[] = [];
    for (const id of bodied()) {
      for (const place of stringPlaces(operationOf(id))) {
        for (const { name, text } of refused) {
          const { parts, cookie } = goodRequest(id);
          const { status } = await send(
            bench,
            id,
            { ...parts, body: asBody(withText(parts.body, place, text)) },
            cookie,
          );
          // What an earlier text has used up is not there any more, and that is said before anything is read.
          if (status !== 400 && status !== 404) taken.push(`${id}, ${place.join(".")}, ${name}: ${status}`);
        }
      }
    }
    expect(taken).toEqual([]);
  });

  it("breaks no sealed operation that gets it instead of bytes", { timeout: 120_000 }, async () => {
    const sealed = operationIds.filter((id) => operationOf(id).takes === "cbor");
    const faults: string[] = [];
    for (const [at, { text }] of all.entries()) {
      const id = sealed[at % sealed.length];
      if (!id) continue;
      const { parts, cookie } = goodRequest(id);
      const answer = await send(bench, id, { ...parts, body: new TextEncoder().encode(text) }, cookie);
      faults.push(...faultsOf(answer, text, false).map((fault) => `${id}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it("comes back as it was taken: composed, on one line where there is one", { timeout: 300_000 }, async () => {
    const params = { programmeId: fixture.one.programmeId };
    const [change, save] = [goodRequest("changeProgramme"), goodRequest("saveProfile")];
    const places = {
      change: [["name"], ["wording"]],
      save: [["callName"], ["about", "team"], ["profile", "why"], ["profile", "setback"]],
    };
    const kept = async (
      id: OperationId,
      good: typeof change,
      where: ReadonlyArray<Place>,
      text: string,
      read: () => Promise<unknown>,
    ) => {
      const operation = operationOf(id);
      const open = where.filter((place) => accepts(operation, withText(good.parts.body, place, text)));
      const body = open.reduce<unknown>((into, place) => withText(into, place, text), good.parts.body);
      if ((await send(bench, id, { ...good.parts, body: asBody(body) }, good.cookie)).status !== 200) return;
      const answer = await read();
      for (const place of open) {
        const back = textAt(answer, place);
        const isLine = !["wording", "setback"].includes(String(place.at(-1)));
        const wanted = text.normalize("NFC");
        const compared = (one: unknown) => (isLine ? String(one).replaceAll(/[\s\p{Cc}\p{Cf}]/gu, "") : one);
        expect([place, compared(back)]).toEqual([place, compared(wanted)]);
        const line = isLine ? String(back) : "";
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|^\s|\s$/u);
      }
    };
    for (const { text } of all) {
      await kept(
        "changeProgramme",
        change,
        places.change,
        text,
        async () => (await server.call(ReadProgramme, { params }, change.cookie)).answer,
      );
      await kept(
        "saveProfile",
        save,
        places.save,
        text,
        async () => (await server.call(ReadMyPlace, { params }, save.cookie)).answer,
      );
    }
  });

  it("adds no header to a mail", { timeout: 120_000 }, async () => {
    const { programmeId, cookie } = fixture.one;
    const hostile = "a\r\nBcc: x@example.org\r\n\r\n<script>";
    const { parts } = goodRequest("changeProgramme");
    await send(bench, "changeProgramme", { ...parts, body: asBody(withText(parts.body, ["name"], hostile)) }, cookie);
    const people = [fixture.invited.own];
    await server.call(Invite, { params: { programmeId }, body: { requestId: server.app.chance.id(), people } }, cookie);
    const mails = await server.mails();
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      const [head = ""] = mail.split(/\r?\n\r?\n/, 1);
      expect(head).not.toMatch(/^(?:bcc|cc|x-[\w-]*evil):/im);
    }
    expect(mails.some((mail) => /Bcc: x@example\.org/.test(mail.replaceAll("=\n", "")))).toBe(true);
  });

  it("leaves the server well", async () => {
    expect((await server.built.fastify.inject("/api/health")).statusCode).toBe(200);
    expect(
      (await server.call(ListPeople, { params: { programmeId: fixture.one.programmeId } }, fixture.one.cookie)).status,
    ).toBe(200);
  });
});
