/** Contacts for concerns: a manager asks them by mail, they make keys on devices of their own, and say that they are ready. */
import { AskContacts, ChangeContact } from "../app/features/programme/contacts/schema.ts";
import type { ProgrammeId } from "../app/values/id.ts";
import { makeKeys, type Person, type Setting, signIn } from "./person.ts";
import { newId, type Visitor } from "./visitor.ts";

/** Somebody who was asked makes keys, and says that they are ready. */
export async function becomesReady(setting: Setting, programmeId: ProgrammeId, email: string): Promise<Person> {
  const person = await makeKeys(setting, await signIn(setting, email));
  await person.visitor.ask(ChangeContact, { params: { programmeId }, body: { act: "be-ready" } });
  return person;
}

/** Asks everybody whom the settings name; each of these addresses becomes ready. */
export async function contactsReady(
  setting: Setting,
  { manager, programmeId }: { readonly manager: Visitor; readonly programmeId: ProgrammeId },
  addresses: ReadonlyArray<string>,
): Promise<ReadonlyArray<Person>> {
  const params = { programmeId };
  await manager.ask(AskContacts, { params, body: { requestId: newId() } });
  return Promise.all(addresses.map((email) => becomesReady(setting, programmeId, email)));
}
