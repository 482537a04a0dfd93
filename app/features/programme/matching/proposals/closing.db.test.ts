import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayLength } from "../../../../values/instant.ts";
import { aFirstProgramme } from "../../programmes/testing.ts";
import { ChangeProgramme } from "../../programmes/schema.ts";
import { plainMail } from "../../sign-in/testing.ts";
import { aMentee, ask, board, couldMeet, type CouldMeet, suggestions } from "../testing.ts";

let met: CouldMeet;

beforeAll(async () => {
  met = await couldMeet({ capacity: 2 }, "2026-10-01T09:00:00Z");
});

afterAll(() => met.server.end());

function give(suggestionDays: number) {
  const { programmeId, cookie } = met.managed;
  const { name, timing, variant, contacts, contactsApart } = aFirstProgramme;
  const days = { suggestionDays, leavingDays: 60 };
  const settings = { name, timing, variant, contacts, contactsApart, wording: "", mayLikeAWord: true };
  return met.server.call(ChangeProgramme, { params: { programmeId }, body: { ...settings, ...days } }, cookie);
}

/** Every mail to Leila so far, as one text. */
const mailedToLeila = async () =>
  (await met.server.mails())
    .map(plainMail)
    .filter((mail) => /^To: .*leila/m.test(mail))
    .join("");

describe("the days that a programme gives for an answer", () => {
  it.each([0, 3, 29, 7.5])("are a whole number within bounds: not %s", async (days) => {
    expect((await give(days)).status).toBe(400);
  });

  it("are said on the board before anybody is asked, and then in the mail and on the card", async () => {
    const { server, managed, leila } = met;
    expect((await give(14)).status).toBe(200);
    expect((await board(server, managed)).suggestionDays).toBe(14);
    await ask(server, managed);
    expect((await suggestions(server, leila)).open[0]?.closesAt).toBe(server.now + 14 * dayLength);
    expect(await mailedToLeila()).toContain("until Thursday 15 October");
  });

  it("do not change for what is out: it keeps the day it was told, and its reminder", async () => {
    const { server, leila } = met;
    const [before] = (await suggestions(server, leila)).open;
    expect((await give(4)).status).toBe(200);
    server.pass(11 * dayLength);
    expect((await suggestions(server, leila)).open[0]?.closesAt).toBe(before?.closesAt);
    expect(await mailedToLeila()).not.toContain("open until");
    server.pass(dayLength);
    expect(await mailedToLeila()).toContain("open until Thursday 15 October");
    server.pass(2 * dayLength);
    await server.mails();
    expect((await suggestions(server, leila)).open).toEqual([]);
  });

  it("count for the next round", async () => {
    const { server, managed } = met;
    const noor = await aMentee(server, managed, "Noor Aziz");
    await ask(server, managed);
    expect((await suggestions(server, noor)).open[0]?.closesAt).toBe(server.now + 4 * dayLength);
  });
});
