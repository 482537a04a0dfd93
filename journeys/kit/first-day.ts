/** A programme's first day, as its manager lives it: set-up, contacts, the list of people, the first invitations. */
import { fileURLToPath } from "node:url";
import { ProgrammeId } from "../../app/values/id.ts";
import { becomesReady } from "../../demo/contacts.ts";
import { confirmsAddress } from "./acts.ts";
import { nadia } from "./fixtures.ts";
import type { Oakroom } from "./oakroom.ts";
import { comes, type Visitor } from "./visitor.ts";

const cohort = fileURLToPath(new URL("../people/cohort-300.csv", import.meta.url));

/** Answers the questions of a first start; the answer is the address of the programme's page. */
async function setsUp(manager: Visitor, link: string): Promise<string> {
  await manager.visits(link);
  await manager.sees("Set up Oakroom");
  await manager.types("Your name", nadia.name);
  await manager.types("Your e-mail address", nadia.email);
  await manager.presses("Continue");
  await confirmsAddress(manager);
  await manager.types("What is it called?", "Northwind");
  await manager.presses("Continue");
  await manager.sees("Your programme");
  await manager.types("What is the programme called?", "Autumn mentoring");
  await manager.ticks("It goes on, and people come and go");
  await manager.presses("Continue");
  await manager.ticks("Everyone who takes part in this programme is of age");
  await manager.presses("Continue");
  await manager.ticks("A company");
  await manager.presses("Continue");
  await manager.types("First contact: name", "Lena Brandt");
  await manager.types("First contact: e-mail address", "lena.brandt@northwind.example");
  await manager.types("Second contact: name", "Paul Okafor");
  await manager.types("Second contact: e-mail address", "paul.okafor@northwind.example");
  await manager.ticks("None of them reports to another of them, directly or through others");
  await manager.presses("Set up Oakroom");
  await manager.sees("Autumn mentoring");
  return new URL(manager.page.url()).pathname;
}

/** Both contacts, on devices of their own that they then put away. */
async function contactsMakeKeys({ door, outbox }: Oakroom, programme: string): Promise<void> {
  const programmeId = ProgrammeId.parse(programme.split("/").at(-1));
  const setting = { door, outbox, now: Date.now };
  for (const email of ["lena.brandt@northwind.example", "paul.okafor@northwind.example"])
    // One after the other: a machine that is busy makes two keys no sooner.
    (await becomesReady(setting, programmeId, email)).close();
}

/** Does what comes before the first invitation, and comes back to the people. */
async function opensTheProgramme(manager: Visitor, oakroom: Oakroom, programme: string): Promise<void> {
  await manager.reads("The programme is a draft.");
  await manager.presses("Go through them");
  await manager.sees("Before the first invitation");
  await manager.presses("Open the programme");
  await manager.reads("Still open:");
  await manager.looksAround("before the first invitation");
  await manager.ticks("Mentors have had an hour on listening, power and limits");
  await manager.ticks("Mentees have had one on leading their hour");
  await manager.ticks("The confidentiality text, read by someone who knows the law here");
  await manager.reads("Two are needed who have keys and said that they are ready.");
  await manager.presses("Ask the contacts");
  await manager.sees("Contacts for concerns");
  await manager.presses("Ask them by mail");
  await manager.reads("The mails are on their way.");
  await contactsMakeKeys(oakroom, programme);
  await manager.visits(`${programme}/launch`);
  await manager.reads("Ready: Lena Brandt and Paul Okafor");
  await manager.presses("Open the programme");
  await manager.sees("The programme is open");
  await manager.presses("Go to People");
}

/** A manager sets Oakroom up and brings everyone in from a file; everyone is invited. */
export async function managerBringsPeople(oakroom: Oakroom): Promise<{ manager: Visitor; programme: string }> {
  const manager = await comes(oakroom, nadia);
  const programme = await setsUp(manager, oakroom.setUpLink);
  await manager.presses("Import from a file");
  await manager.sees("Import people");
  await manager.page.locator("input[type=file]").setInputFiles(cohort);
  await manager.presses("Import 420 people");
  await manager.reads("420 new people");
  await manager.presses("Look at the people");
  await opensTheProgramme(manager, oakroom, programme);
  await manager.presses("Invite 420 people");
  await manager.reads("Invite 420 people?");
  await manager.presses("Send 420 invitations");
  await manager.reads("420 invitations are on their way.");
  return { manager, programme };
}
