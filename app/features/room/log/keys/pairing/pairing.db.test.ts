import { decode } from "@oakroom/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type TestServer, testServer } from "../../../../../server/testing.ts";
import { toBase64url } from "../../../../../values/bytes.ts";
import { minute } from "../../../../../values/instant.ts";
import {
  AnswerPairing,
  AskPairing,
  EndPairing,
  OfferPairing,
  pairingLimitBytes,
  ReadPairing,
  TakePairing,
} from "./schema.ts";

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.end());

const bytes = (...values: ReadonlyArray<number>) => Uint8Array.from(values);
const aMailbox = () => toBase64url(crypto.getRandomValues(new Uint8Array(16)));
const Records = z.array(z.instanceof(Uint8Array));
const listed = (answer: Uint8Array) => Records.parse(decode(answer)).map((one) => [...one]);

type Cookie = string;
const offer = (mailbox: string, cookie: Cookie) => server.call(OfferPairing, { body: { mailbox } }, cookie);
const ask = (mailbox: string, body: Uint8Array, cookie: Cookie) =>
  server.call(AskPairing, { params: { mailbox }, body }, cookie);
const read = (mailbox: string, cookie: Cookie) => server.call(ReadPairing, { params: { mailbox } }, cookie);
const answer = (mailbox: string, body: Uint8Array, cookie: Cookie) =>
  server.call(AnswerPairing, { params: { mailbox }, body }, cookie);
const take = (mailbox: string, cookie: Cookie) => server.call(TakePairing, { params: { mailbox } }, cookie);
const end = (mailbox: string, cookie: Cookie) => server.call(EndPairing, { params: { mailbox } }, cookie);

/** Leila has opened a place for a new device. */
async function leila() {
  const { cookie } = await server.signIn("Leila", `leila.${aMailbox()}@northwind.example`);
  const mailbox = aMailbox();
  await offer(mailbox, cookie);
  return { cookie, mailbox };
}

describe("C07: a place for a new device", () => {
  it("carries one request and one answer, and is gone with it", async () => {
    const { cookie, mailbox } = await leila();
    expect(listed((await read(mailbox, cookie)).answer)).toEqual([]);
    expect((await ask(mailbox, bytes(1, 2), cookie)).status).toBe(200);
    expect(listed((await read(mailbox, cookie)).answer)).toEqual([[1, 2]]);
    expect(listed((await take(mailbox, cookie)).answer)).toEqual([]);
    expect((await answer(mailbox, bytes(3), cookie)).status).toBe(200);
    expect(listed((await take(mailbox, cookie)).answer)).toEqual([[3]]);
    expect((await take(mailbox, cookie)).refused).toBe("gone");
    expect((await read(mailbox, cookie)).refused).toBe("gone");
    expect(await server.app.db.read.selectFrom("pairing").selectAll().where("mailbox", "=", mailbox).execute()).toEqual(
      [],
    );
  });

  it("takes one request and one answer: the same again is no error, another one is refused", async () => {
    const { cookie, mailbox } = await leila();
    expect((await answer(mailbox, bytes(9), cookie)).refused).toBe("gone");
    await ask(mailbox, bytes(1), cookie);
    expect((await ask(mailbox, bytes(1), cookie)).status).toBe(200);
    expect((await ask(mailbox, bytes(2), cookie)).refused).toBe("used");
    await answer(mailbox, bytes(3), cookie);
    expect((await answer(mailbox, bytes(3), cookie)).status).toBe(200);
    expect((await answer(mailbox, bytes(4), cookie)).refused).toBe("used");
    expect(listed((await take(mailbox, cookie)).answer)).toEqual([[3]]);
  });

  it("is over after ten minutes, and once it is closed or another is opened", async () => {
    const { cookie, mailbox } = await leila();
    server.pass(9 * minute);
    expect((await read(mailbox, cookie)).status).toBe(200);
    server.pass(minute);
    for (const refused of [
      await read(mailbox, cookie),
      await take(mailbox, cookie),
      await ask(mailbox, bytes(1), cookie),
    ])
      expect(refused.refused).toBe("gone");
    const [second, third] = [aMailbox(), aMailbox()];
    await offer(second, cookie);
    await ask(second, bytes(1), cookie);
    await offer(third, cookie);
    expect((await read(second, cookie)).refused).toBe("gone");
    expect(listed((await read(third, cookie)).answer)).toEqual([]);
    await end(third, cookie);
    expect((await read(third, cookie)).refused).toBe("gone");
  });

  it("is nobody else's: somebody who knows its name is answered as for one that never was, and changes nothing", async () => {
    const { cookie, mailbox } = await leila();
    const mallory = (await server.signIn("Mallory")).cookie;
    const tries = (name: string) =>
      Promise.all([
        read(name, mallory),
        ask(name, bytes(7), mallory),
        answer(name, bytes(7), mallory),
        take(name, mallory),
        end(name, mallory),
      ]);
    const bodies = async (name: string) => (await tries(name)).map(({ status, raw }) => [status, raw.payload]);
    expect(await bodies(mailbox)).toEqual(await bodies(aMailbox()));
    expect(listed((await read(mailbox, cookie)).answer)).toEqual([]);
    // The same name opened by her is a place of her own.
    await offer(mailbox, mallory);
    await ask(mailbox, bytes(7), mallory);
    expect(listed((await read(mailbox, cookie)).answer)).toEqual([]);
  });

  it("is not found by guessing, and nothing large is left in it", async () => {
    const { cookie, mailbox } = await leila();
    const guesses = await Promise.all(Array.from({ length: 50 }, () => ask(aMailbox(), bytes(1), cookie)));
    expect(new Set(guesses.map(({ refused }) => refused))).toEqual(new Set(["gone"]));
    const large = await ask(mailbox, new Uint8Array(pairingLimitBytes + 1), cookie);
    expect(large.status).toBeGreaterThanOrEqual(400);
    expect(listed((await read(mailbox, cookie)).answer)).toEqual([]);
  });

  it("S7: of fifty at once one asks, one answers and one takes, two hundred times", { timeout: 300_000 }, async () => {
    const { cookie } = await leila();
    const all = <T>(make: (at: number) => Promise<T>) => Promise.all(Array.from({ length: 50 }, (_, at) => make(at)));
    process.stdout.write("tried: one-time things: 200\n");
    for (let burst = 0; burst < 200; burst += 1) {
      const mailbox = aMailbox();
      await offer(mailbox, cookie);
      const asked = await all((at) => ask(mailbox, bytes(at, burst), cookie));
      expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
      const answered = await all((at) => answer(mailbox, bytes(at, burst), cookie));
      expect(answered.filter(({ status }) => status === 200)).toHaveLength(1);
      const taken = await all(() => take(mailbox, cookie));
      expect(taken.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(taken.filter(({ refused }) => refused === "gone")).toHaveLength(49);
    }
  });
});
