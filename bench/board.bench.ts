/** How long a server with a large programme stands still for others while a manager reads the matching board and has drafts made. */
import { setTimeout as nextBeat } from "node:timers/promises";
import type { Mentee, Mentor } from "@oakroom/matching";
import { MakeDraft, ReadBoard, SendDraft } from "../app/features/programme/matching/drafts/schema.ts";
import type { Managed } from "../app/features/programme/people/testing.ts";
import { setUp } from "../app/features/programme/programmes/testing.ts";
import { type TestServer, testServer } from "../app/server/testing.ts";
import { AccountId, DraftId, ParticipantId } from "../app/values/id.ts";
import { madeUpCohort } from "../packages/matching/testing/cohorts.ts";
import { type Figure, median } from "./figure.ts";

const people = { mentees: 5000, mentors: 2500 };
const rounds = 5;
/** What the server keeps to, in ms. */
const mostMs = 50;

/** The board with and without a draft, a draft, and asking everyone in it. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const server = await testServer();
  try {
    const managed = await setUp(server, "Marta Nowak");
    await enrol(server, managed);
    const params = { programmeId: managed.programmeId };
    const board = () => server.call(ReadBoard, { params }, managed.cookie);
    const draftId = DraftId.parse(server.app.chance.id());
    const make = () => server.call(MakeDraft, { params, body: { draftId, insteadOf: null } }, managed.cookie);
    const send = () => server.call(SendDraft, { params: { ...params, draftId } }, managed.cookie);
    await board();
    return [
      await stalled("the board before a draft", rounds, board),
      await stalled("a draft", 1, make),
      await stalled("the board with a draft", rounds, board),
      await stalled("asking everyone in it", 1, send),
    ];
  } finally {
    await server.end();
  }
}

/** The longest time in which nothing else was done, in ms: the median of several goes. */
async function stalled(what: string, times: number, work: () => Promise<{ status: number }>): Promise<Figure> {
  const longest: number[] = [];
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const heart = beating();
    const began = performance.now();
    const { status } = await work();
    took.push(performance.now() - began);
    longest.push(await heart.longest());
    if (status !== 200) throw new Error(`${what}: ${status}`);
  }
  const [still, all] = [median(longest), median(took)].map((ms) => ms.toFixed(0));
  const size = `${people.mentees} x ${people.mentors}`;
  return {
    figure: `${what}, ${size}: nobody else is served for`,
    target: `${mostMs} ms`,
    measured: `${still} ms (of ${all} ms)`,
  };
}

/** Beats as often as the event loop lets it; the answer is the longest pause between two beats. */
function beating(): { longest(): Promise<number> } {
  let [last, longest] = [performance.now(), 0];
  const beat = () => {
    const now = performance.now();
    [last, longest] = [now, Math.max(longest, now - last)];
  };
  const heart = setInterval(beat, 1);
  return {
    async longest() {
      await nextBeat(2);
      clearInterval(heart);
      beat();
      return longest;
    },
  };
}

/** Puts a made-up cohort into the programme, as enrolled people. */
async function enrol({ app, now }: TestServer, { programmeId }: Managed): Promise<void> {
  const { mentees, mentors } = madeUpCohort(7, people);
  const rows = [
    ...mentees.map((person) => ({
      person,
      role: "mentee",
      wishes: person.topics,
      offers: [],
      limits: [],
      capacity: 0,
    })),
    ...mentors.map((person) => ({ person, role: "mentor", wishes: [], ...person })),
  ].map((row) => ({ ...row, id: ParticipantId.parse(app.chance.id()), accountId: AccountId.parse(app.chance.id()) }));
  await app.db.write(async (writer) => {
    for (const { person, role, id, accountId, wishes, offers, limits, capacity } of rows) {
      const email = `${person.id.replace(" ", ".")}@northwind.example`;
      await writer
        .insertInto("account")
        .values({ id: accountId, email, email_key: email, name: person.id, created_at: now })
        .execute();
      await writer
        .insertInto("participant")
        .values({
          ...placeOf(person),
          programme_id: programmeId,
          id,
          account_id: accountId,
          email,
          email_key: email,
          name: person.id,
          call_name: null,
          roles: JSON.stringify([role]),
          state: "enrolled",
          manager_email: null,
          imported: null,
          invited_for: "[]",
          created_at: now,
          updated_at: now,
          enrolled_at: now,
        })
        .execute();
      await writer
        .insertInto("profile")
        .values({
          programme_id: programmeId,
          participant_id: id,
          help_with: JSON.stringify(offers.map((topic) => ({ topic, learned: "" }))),
          limits: JSON.stringify(limits),
          decides_about: "[]",
          wishes: JSON.stringify(wishes),
          languages: JSON.stringify(person.languages),
          time_zone: person.timeZone ?? "",
          availability: person.availability ?? "",
          capacity,
          why: "Because somebody once took the time.",
          setback: "",
          setback_readers: "pair",
          saved_at: now,
        })
        .execute();
    }
  });
}

function placeOf({ team, site, level }: Mentee | Mentor) {
  return { team: team ?? null, site: site ?? null, level: level ?? null };
}
