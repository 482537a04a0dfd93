/** A programme with its manager for tests of other features, made by the calls that the real one is made by. Imported by tests alone. */
import type { TestServer } from "../../../server/testing.ts";
import { aDay } from "../../../values/day.ts";
import { ProgrammeId } from "../../../values/id.ts";
import { cookieOf } from "../sign-in/testing.ts";
import type { Contact } from "./rules.ts";
import { ChangeProgramme, type FirstProgramme, ProgrammeSettings, ReadProgramme } from "./schema.ts";
import { SetUp } from "./set-up/schema.ts";
import { replaceSetUpLink } from "./set-up/store.ts";

/** The answers to the set-up's questions. */
export const aFirstProgramme: FirstProgramme = {
  organisation: "Northwind",
  name: "Autumn mentoring",
  timing: { kind: "cohort", startsOn: aDay("2026-10-01"), endsOn: aDay("2027-06-30") },
  adultsOnly: true,
  variant: "company",
  contacts: [
    { name: "Lena Brandt", email: "lena.brandt@northwind.example" },
    { name: "Paul Okafor", email: "paul.okafor@northwind.example" },
  ],
  contactsApart: true,
};

/** Opens a programme as the operator does with `setup --prepared`, so that its contacts make their keys later or never. */
export async function launch({ app, now }: TestServer, programmeId: ProgrammeId): Promise<void> {
  await app.db.write((writer) =>
    writer.updateTable("programme").set({ launched_at: now }).where("id", "=", programmeId).execute(),
  );
}

/** Names other contacts for concerns in the settings; everything else stays. */
export async function nameContacts(
  server: TestServer,
  { programmeId, cookie }: { readonly programmeId: ProgrammeId; readonly cookie: string },
  contacts: ReadonlyArray<Contact>,
): Promise<void> {
  const params = { programmeId };
  const { answer } = await server.call(ReadProgramme, { params }, cookie);
  const body = ProgrammeSettings.parse(
    Object.fromEntries(
      Object.entries({ ...answer, contacts, contactsApart: true }).filter(([name]) => name in ProgrammeSettings.shape),
    ),
  );
  const { status } = await server.call(ChangeProgramme, { params, body }, cookie);
  if (status !== 200) throw new Error(`the settings were refused with ${status}`);
}

/** Makes one more programme with a manager of its own, who is signed in; the answer has their cookie. */
export async function setUp(
  server: TestServer,
  name: string,
  programme: FirstProgramme = aFirstProgramme,
): Promise<{ readonly programmeId: ProgrammeId; readonly cookie: string }> {
  const token = server.app.chance.token();
  await server.app.db.write((writer) => replaceSetUpLink(writer, token));
  const programmeId = ProgrammeId.parse(server.app.chance.id());
  const manager = { name, email: `${name.toLowerCase().replaceAll(" ", ".")}@northwind.example` };
  const { raw } = await server.call(SetUp, { body: { token, programmeId, manager, programme } });
  const cookie = cookieOf(raw, "oakroom");
  await launch(server, programmeId);
  return { programmeId, cookie };
}
