/** Bursts about a programme and the people in it that the matrix's own requests cannot show. */
import { AskProgramme, RemoveAsk } from "../../../features/programme/asks/schema.ts";
import { AskContacts, ChangeContact } from "../../../features/programme/contacts/schema.ts";
import { Enrol } from "../../../features/programme/enrolment/schema.ts";
import { FinishProgramme, TakeFinishBack } from "../../../features/programme/finish/schema.ts";
import { ownPoints } from "../../../features/programme/launch/rules.ts";
import { LaunchProgramme, MarkLaunchPoint } from "../../../features/programme/launch/schema.ts";
import { DropKnownPair } from "../../../features/programme/matching/known-pairs/schema.ts";
import { AddContinuing, MakeNext } from "../../../features/programme/next/schema.ts";
import { importFile } from "../../../features/programme/people/import/testing.ts";
import { pretendKeys } from "../../../features/programme/people/testing.ts";
import { ChangePlace, ListPeople, NoteLeft, RemovePerson } from "../../../features/programme/people/schema.ts";
import { nameContacts } from "../../../features/programme/programmes/testing.ts";
import { Remind } from "../../../features/programme/reminders/schema.ts";
import { aDay } from "../../../values/day.ts";
import { AskId, ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { dayLength } from "../../../values/instant.ts";
import type { Arrange } from "./burst.ts";
import type { Fixture } from "./fixture.ts";
import { must } from "./people.ts";

/** Programme one and its manager. */
const ofOne = ({ server, one: { programmeId, cookie } }: Fixture) => ({ server, cookie, params: { programmeId } });

/** Programme one as it was before it opened, with every point done. */
async function aDraft(fixture: Fixture, isDone: boolean) {
  const { server, cookie, params } = ofOne(fixture);
  await server.app.db.write((writer) =>
    writer.updateTable("programme").set({ launched_at: null }).where("id", "=", params.programmeId).execute(),
  );
  for (const point of isDone ? ownPoints : []) {
    await must(server.call(MarkLaunchPoint, { params, body: { point, done: true } }, cookie));
  }
  return { server, cookie, params };
}

/** A place that has changed in some ways already changes once more. */
function place(...acts: ReadonlyArray<"pause" | "resume" | "leave" | "take-back">): Arrange {
  return async ({ fixture }) => {
    const { server, cookie, params } = ofOne(fixture);
    const { participantId } = fixture.pairs.own.mentee;
    const change = (act: (typeof acts)[number]) =>
      server.call(ChangePlace, { params: { ...params, participantId }, body: { act } }, cookie);
    const last = acts.at(-1) ?? "pause";
    for (const act of acts.slice(0, -1)) await must(change(act));
    return () => change(last);
  };
}

/** A contact who was asked says so, or steps down. */
function contact(act: "be-ready" | "step-down"): Arrange {
  return async ({ fixture }) => {
    const { server, params } = ofOne(fixture);
    const { own } = fixture.contacts;
    if (act === "be-ready")
      await server.app.db.write((writer) =>
        writer.updateTable("contact").set({ accepted_at: null }).where("account_id", "=", own).execute(),
      );
    return () => server.call(ChangeContact, { params, body: { act } }, fixture.cookies.contact[0]);
  };
}

/** What is arranged for one operation each; behind a colon stands which of its acts. */
export const programmeBursts = {
  async removeAsk({ fixture }) {
    const { server, params } = ofOne(fixture);
    const { cookie } = fixture.pairs.own.mentee;
    const askId = AskId.parse(server.app.chance.id());
    await must(server.call(AskProgramme, { params, body: { askId, kind: "another-match", words: "" } }, cookie));
    return () => server.call(RemoveAsk, { params: { ...params, askId } }, cookie);
  },
  remind({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    server.pass(4 * dayLength);
    return () => server.call(Remind, { params, body: { kind: "suggestions" } }, cookie);
  },
  async markLaunchPoint({ fixture }) {
    const { server, cookie, params } = await aDraft(fixture, false);
    return () => server.call(MarkLaunchPoint, { params, body: { point: "mentors", done: true } }, cookie);
  },
  async launchProgramme({ fixture }) {
    const { server, cookie, params } = await aDraft(fixture, true);
    return () => server.call(LaunchProgramme, { params }, cookie);
  },
  finishProgramme({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    return () => server.call(FinishProgramme, { params, body: { lastDay: null } }, cookie);
  },
  async takeFinishBack({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    await must(server.call(FinishProgramme, { params, body: { lastDay: aDay("2027-06-30") } }, cookie));
    return () => server.call(TakeFinishBack, { params }, cookie);
  },
  async addContinuing({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    const { mentee, mentor } = fixture.pairs.own;
    const nextId = ProgrammeId.parse(server.app.chance.id());
    const timing = { kind: "rolling" } as const;
    const next = { nextId, name: "Spring mentoring", timing, adultsOnly: true, contactsApart: true } as const;
    await must(server.call(MakeNext, { params, body: next }, cookie));
    const newId = () => ParticipantId.parse(server.app.chance.id());
    const body = {
      people: [
        { id: newId(), earlier: mentee.participantId, roles: ["mentee" as const] },
        { id: newId(), earlier: mentor.participantId, roles: ["mentor" as const] },
      ],
      pairs: [{ mentee: mentee.participantId, mentor: mentor.participantId }],
    };
    return () => server.call(AddContinuing, { params: { programmeId: nextId }, body }, cookie);
  },
  noteLeft({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    const body = { people: [fixture.pairs.own.mentee.participantId, fixture.pairs.neighbour.mentor.participantId] };
    return () => server.call(NoteLeft, { params, body }, cookie);
  },
  async askContacts({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    await nameContacts(server, fixture.one, [
      { name: "Noor Haddad", email: "noor@outside.example" },
      { name: "Theo Lang", email: "theo@outside.example" },
    ]);
    return () => server.call(AskContacts, { params, body: { requestId: "again" } }, cookie);
  },
  changeContact: contact("be-ready"),
  "changeContact: steps down": contact("step-down"),
  changePlace: place("leave"),
  "changePlace: rests": place("pause"),
  "changePlace: comes back": place("pause", "resume"),
  removePerson({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    const participantId = fixture.invited.own;
    return () => server.call(RemovePerson, { params: { ...params, participantId } }, cookie);
  },
  async dropKnownPair({ fixture }) {
    const { server, cookie, params } = ofOne(fixture);
    const [mentor, mentee] = ["ingrid@northwind.example", "leila@northwind.example"] as const;
    const rows = ["name,email,role,mentor_email", `Ingrid,${mentor},mentor,`, `Leila,${mentee},mentee,${mentor}`];
    await must(importFile(server, fixture.one, rows.join("\n")).then(({ done }) => done));
    const { people } = (await server.call(ListPeople, { params }, cookie)).answer;
    const participantId = ParticipantId.parse(people.find(({ email }) => email === mentee)?.id);
    return () => server.call(DropKnownPair, { params: { ...params, participantId } }, cookie);
  },
  async enrol({ fixture }) {
    const { server, params } = ofOne(fixture);
    const [cookie] = fixture.cookies.joined;
    const row = await server.app.db.read
      .selectFrom("participant")
      .innerJoin("account", "account.id", "participant.account_id")
      .select("account.id as accountId")
      .where("account.name", "=", "Kim Joining")
      .executeTakeFirstOrThrow();
    await pretendKeys(server, row.accountId);
    return () => server.call(Enrol, { params }, cookie);
  },
} as const satisfies Readonly<Record<string, Arrange>>;

/** Of which one gets through, though their operation tells others of its acts the same again. */
export const programmeContests = {
  "changePlace: takes a leaving back": place("leave", "take-back"),
} as const satisfies Readonly<Record<string, Arrange>>;
