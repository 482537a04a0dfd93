import { afterAll, beforeAll, expect, it } from "vitest";
import { usualSuggestionDays } from "../../programmes/rules.ts";
import { dayLength } from "../../../../values/instant.ts";
import { aMentee, ask, couldMeet, type CouldMeet } from "../testing.ts";
import { ReadWaiting } from "./schema.ts";

let met: CouldMeet;

beforeAll(async () => {
  met = await couldMeet();
});

afterAll(() => met.server.end());

it("Noor, who waits, reads until when the suggestions of others go, and whose they are from nobody", async () => {
  const { server, managed } = met;
  const noor = await aMentee(server, managed, "Noor Aziz", { wishes: [] });
  const read = () => server.call(ReadWaiting, { params: { programmeId: managed.programmeId } }, noor.cookie);
  expect((await read()).answer.openUntil).toBeNull();
  await ask(server, managed);
  const { answer, raw } = await read();
  expect(answer.openUntil).toBe(server.now + usualSuggestionDays * dayLength);
  expect(raw.body).not.toMatch(/Ingrid|Leila/);
  server.pass(usualSuggestionDays * dayLength);
  expect((await read()).answer.openUntil).toBeNull();
});
