import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServer, type TestServer } from "../../../../server/testing.ts";
import { DraftId } from "../../../../values/id.ts";
import type { Managed } from "../../people/testing.ts";
import { aFirstProgramme, setUp } from "../../programmes/testing.ts";
import { SaveMyWishes } from "../wishes/schema.ts";
import { aMentee, aMentor, board, correctFacts, makeDraft, type Person } from "../testing.ts";
import { AcceptDraft, MakeDraft, ReadChoices, SendDraft } from "./schema.ts";

let server: TestServer;
let managed: Managed;
beforeEach(async () => {
  server = await testServer();
  managed = await setUp(server, "Marta Nowak");
});
afterEach(() => server.end());

const params = () => ({ programmeId: managed.programmeId });
const newDraftId = () => DraftId.parse(server.app.chance.id());
const make = (
  insteadOf: DraftId | null,
  change?: { act: "pin" | "unpin" | "keep-apart" | "allow"; mentee: Person; mentor: Person },
) => {
  const draftId = newDraftId();
  const body = {
    draftId,
    insteadOf,
    ...(change
      ? { change: { act: change.act, mentee: change.mentee.participantId, mentor: change.mentor.participantId } }
      : {}),
  };
  return server.call(MakeDraft, { params: params(), body }, managed.cookie).then((called) => ({ ...called, draftId }));
};
const accept = (draftId: DraftId, insteadOf: DraftId) =>
  server.call(AcceptDraft, { params: { ...params(), draftId }, body: { insteadOf } }, managed.cookie);
const correct = (person: Person, change: { team?: string; managerEmail?: string }) =>
  correctFacts(server, managed, person, change);
const pairsOnBoard = async () =>
  ((await board(server, managed)).draft?.pairs ?? []).map(({ mentee, mentor }) => `${mentee} ${mentor}`);
const pair = (mentee: Person, mentor: Person) => `${mentee.participantId} ${mentor.participantId}`;
const byMentee = (a: { readonly mentee: string }, b: { readonly mentee: string }) => (a.mentee < b.mentee ? -1 : 1);

describe("a draft", () => {
  it("pairs those who take part, with reasons in their own words, places, and a proof", async () => {
    const ingrid = await aMentor(server, managed, "Ingrid Weiss", {
      helpWith: [
        { topic: "first teams", learned: "" },
        { topic: "saying no", learned: "" },
      ],
      capacity: 2,
    });
    const leila = await aMentee(server, managed, "Leila Haddad", { wishes: ["saying no"] });
    expect((await board(server, managed)).draft).toBeNull();
    await makeDraft(server, managed);
    const { draft, looking, freePlaces, mentors } = await board(server, managed);
    expect([looking, freePlaces]).toEqual([1, 2]);
    expect(mentors).toMatchObject([{ name: "Ingrid Weiss", places: 2, taken: 0 }]);
    expect(draft).toMatchObject({ number: 1, waiting: [], pairsChecked: 1, newcomers: 0, gone: 0 });
    expect(draft?.pairs).toEqual([
      {
        mentee: leila.participantId,
        mentor: ingrid.participantId,
        pinned: false,
        reasons: expect.arrayContaining([
          { kind: "topic", mentee: "saying no", mentor: "saying no" },
          { kind: "common-hours", hours: 8 },
          { kind: "languages", languages: ["en", "de"] },
          { kind: "no-reporting-line" },
        ]),
      },
    ]);
  });

  it("P92 never suggests a mentor who takes part in decisions about the mentee, by team or by address", async () => {
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await correct(kwame, { team: "Finance" });
    const byTeam = await aMentor(server, managed, "Ravi Iyer", { decidesAbout: [" finance"] });
    const byAddress = await aMentor(server, managed, "Petra Svoboda", { decidesAbout: [kwame.email.toUpperCase()] });
    await makeDraft(server, managed);
    const { draft } = await board(server, managed);
    expect([draft?.pairs, draft?.waiting.map(({ mentee }) => mentee)]).toEqual([[], [kwame.participantId]]);
    for (const mentor of [byTeam, byAddress])
      expect((await make(draft?.draftId ?? null, { act: "pin", mentee: kwame, mentor })).refused).toBe(
        "takes-part-in-decisions",
      );
  });

  it("never puts a person and anyone in their line of command together, whoever's hand it is", async () => {
    const boss = await aMentor(server, managed, "Ravi Iyer");
    const lead = await aMentor(server, managed, "Petra Svoboda", { capacity: 0 });
    const kwame = await aMentee(server, managed, "Kwame Mensah");
    await correct(kwame, { managerEmail: lead.email });
    await correct(lead, { managerEmail: boss.email });
    await makeDraft(server, managed);
    const { draft } = await board(server, managed);
    expect(draft?.pairs).toEqual([]);
    expect(draft?.waiting).toEqual([
      {
        mentee: kwame.participantId,
        cause: { kind: "nobody-eligible", without: [{ rule: "reporting-line", mentors: 1 }] },
      },
    ]);
    expect((await make(draft?.draftId ?? null, { act: "pin", mentee: kwame, mentor: boss })).refused).toBe(
      "reporting-line",
    );
    expect((await make(draft?.draftId ?? null, { act: "pin", mentee: kwame, mentor: lead })).refused).toBe(
      "no-place-offered",
    );
  });

  it("is the same again for the same id, and for a manager who looked at an older board it is refused", async () => {
    await aMentor(server, managed, "Ingrid Weiss");
    await aMentee(server, managed, "Leila Haddad");
    const draftId = newDraftId();
    const first = () =>
      server.call(MakeDraft, { params: params(), body: { draftId, insteadOf: null } }, managed.cookie);
    expect((await first()).answer).toEqual({ state: "open", changes: null });
    expect((await first()).answer).toEqual({ state: "open", changes: null });
    expect((await make(null)).refused).toBe("changed-meanwhile");
    expect((await make(newDraftId())).refused).toBe("changed-meanwhile");
    expect((await board(server, managed)).draft?.draftId).toBe(draftId);
  });

  it("two first drafts at the same moment: one stands on the board, the other is told", async () => {
    await aMentor(server, managed, "Ingrid Weiss");
    await aMentee(server, managed, "Leila Haddad");
    const both = await Promise.all([make(null), make(null)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const first = both.find(({ status }) => status === 200);
    expect((await board(server, managed)).draft).toMatchObject({ draftId: first?.draftId, number: 1 });
  });

  it("of another programme cannot be told from one that is not there", async () => {
    await aMentor(server, managed, "Ingrid Weiss");
    await aMentee(server, managed, "Leila Haddad");
    const open = await makeDraft(server, managed);
    const other = await setUp(server, "Otto Rask", { ...aFirstProgramme, name: "Another" });
    const answers = await Promise.all(
      [open, newDraftId()].flatMap((draftId) => {
        const here = { params: { programmeId: other.programmeId, draftId } };
        return [
          server.call(AcceptDraft, { ...here, body: { insteadOf: draftId } }, other.cookie),
          server.call(SendDraft, here, other.cookie),
        ];
      }),
    );
    expect(new Set(answers.map(({ raw }) => `${raw.statusCode} ${raw.body}`))).toEqual(
      new Set(['404 {"error":"not-found"}']),
    );
  });

  it("with nobody who looks for a mentor is refused", async () => {
    await aMentor(server, managed, "Ingrid Weiss");
    expect((await make(null)).refused).toBe("nobody-looks");
  });
});

describe("a manager's hand", () => {
  let ingrid: Person, petra: Person, leila: Person, kwame: Person;
  beforeEach(async () => {
    ingrid = await aMentor(server, managed, "Ingrid Weiss", { helpWith: [{ topic: "first teams", learned: "" }] });
    petra = await aMentor(server, managed, "Petra Svoboda", {
      helpWith: [{ topic: "reading a balance sheet", learned: "" }],
    });
    leila = await aMentee(server, managed, "Leila Haddad", { wishes: ["first teams"] });
    kwame = await aMentee(server, managed, "Kwame Mensah", { wishes: ["reading a balance sheet"] });
  });

  it("reads the same fit before and after, whoever wished for whom: no sum tells of a wish", async () => {
    const draftId = await makeDraft(server, managed);
    const fits = async () => {
      const { changes } = (await make(draftId, { act: "pin", mentee: leila, mentor: petra })).answer;
      return [changes?.before.points, changes?.after.points];
    };
    const without = await fits();
    const body = { wished: [petra.email], avoided: [] };
    expect((await server.call(SaveMyWishes, { params: params(), body }, leila.cookie)).status).toBe(200);
    expect(await fits()).toEqual(without);
  });

  it("sees who moves and what is lost before anything changes, and can take it back", async () => {
    const draftId = await makeDraft(server, managed);
    const before = await pairsOnBoard();
    expect(new Set(before)).toEqual(new Set([pair(leila, ingrid), pair(kwame, petra)]));
    const tried = await make(draftId, { act: "pin", mentee: leila, mentor: petra });
    expect(tried.answer.state).toBe("tried");
    expect(tried.answer.changes?.moves.toSorted(byMentee)).toEqual(
      [
        { mentee: leila.participantId, from: ingrid.participantId, to: petra.participantId },
        { mentee: kwame.participantId, from: petra.participantId, to: ingrid.participantId },
      ].toSorted(byMentee),
    );
    expect(tried.answer.changes?.after.placed).toBe(2);
    expect(tried.answer.changes?.after.points).toBeLessThan(tried.answer.changes?.before.points ?? 0);
    expect(await pairsOnBoard()).toEqual(before);
    expect((await accept(tried.draftId, draftId)).status).toBe(200);
    expect((await board(server, managed)).draft).toMatchObject({ number: 2, draftId: tried.draftId });
    expect(
      (await board(server, managed)).draft?.pairs.find(({ mentee }) => mentee === leila.participantId),
    ).toMatchObject({ mentor: petra.participantId, pinned: true });
    expect((await accept(draftId, tried.draftId)).status).toBe(200);
    expect(await pairsOnBoard()).toEqual(before);
  });

  it("keeps two people apart until they are allowed again", async () => {
    const draftId = await makeDraft(server, managed);
    const apart = await make(draftId, { act: "keep-apart", mentee: leila, mentor: ingrid });
    await accept(apart.draftId, draftId);
    expect(await pairsOnBoard()).toContain(pair(leila, petra));
    expect((await make(apart.draftId, { act: "pin", mentee: leila, mentor: ingrid })).refused).toBe("forbidden");
    const allowed = await make(apart.draftId, { act: "allow", mentee: leila, mentor: ingrid });
    await accept(allowed.draftId, apart.draftId);
    expect(await pairsOnBoard()).toContain(pair(leila, ingrid));
  });

  it("two hands at once: one wins, the other is told that the board has changed", async () => {
    const draftId = await makeDraft(server, managed);
    const one = await make(draftId, { act: "pin", mentee: leila, mentor: ingrid });
    const other = await server.signIn("Second Manager");
    await server.app.db.write((writer) =>
      writer
        .insertInto("programme_manager")
        .values({ programme_id: managed.programmeId, account_id: other.accountId, created_at: server.now })
        .execute(),
    );
    const otherId = newDraftId();
    await server.call(
      MakeDraft,
      {
        params: params(),
        body: {
          draftId: otherId,
          insteadOf: draftId,
          change: { act: "keep-apart", mentee: leila.participantId, mentor: ingrid.participantId },
        },
      },
      other.cookie,
    );
    const both = await Promise.all([
      accept(one.draftId, draftId),
      server.call(
        AcceptDraft,
        { params: { ...params(), draftId: otherId }, body: { insteadOf: draftId } },
        other.cookie,
      ),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it("is offered every mentor for somebody, those whom the rules allow first, and a reason for the others", async () => {
    const busy = await aMentor(server, managed, "Yuki Tanaka", { languages: ["ja"] });
    const { choices } = (
      await server.call(ReadChoices, { params: { ...params(), participantId: leila.participantId } }, managed.cookie)
    ).answer;
    expect(choices.map(({ mentor, refused }) => [mentor, refused])).toEqual([
      [ingrid.participantId, null],
      [petra.participantId, null],
      [busy.participantId, "no-common-language"],
    ]);
    expect(choices[0]?.reasons[0]).toEqual({ kind: "topic", mentee: "first teams", mentor: "first teams" });
  });

  it("a pin that cannot stand any more is let go, and said", async () => {
    const draftId = await makeDraft(server, managed);
    const pinned = await make(draftId, { act: "pin", mentee: leila, mentor: petra });
    await accept(pinned.draftId, draftId);
    await correct(leila, { team: "Finance" });
    await correct(petra, { team: "finance " });
    const again = await make(pinned.draftId);
    await accept(again.draftId, pinned.draftId);
    expect((await board(server, managed)).draft?.letGo).toEqual([
      { mentee: leila.participantId, mentor: petra.participantId },
    ]);
    expect(await pairsOnBoard()).toContain(pair(leila, ingrid));
  });
});
