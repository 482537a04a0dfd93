/** Contacts for concerns over HTTP. */
import type { App } from "../../../server/app.ts";
import type { Writer } from "../../../server/database/database.ts";
import { contactOfProgramme } from "../../../server/guards/contact.ts";
import { type ManagerOf, managerOfProgramme } from "../../../server/guards/manager.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import type { Instant } from "../../../values/instant.ts";
import { noteChange } from "../changes/store.ts";
import { readProgramme } from "../programmes/store.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { accountFor } from "../sign-in/store.ts";
import { countWithoutContact } from "./offered/store.ts";
import { addAskedMail, addLeftMails, askedKey } from "./jobs.ts";
import { AskContacts, ChangeContact, ReadContacts } from "./schema.ts";
import { changeContact, findContact, isLaidDown, listContacts, noteAsked } from "./store.ts";

/** All routes of contacts. */
export const contactRoutes: Routes = (router, app) => {
  const { read } = app.db;

  router.on(ReadContacts, managerOfProgramme, async ({ proof }) => ({
    programmeName: (await readProgramme(read, proof.programmeId)).name,
    contacts: [...(await listContacts(read, proof.programmeId))],
    withoutContact: await countWithoutContact(read, proof.programmeId),
  }));

  router.on(AskContacts, managerOfProgramme, async ({ proof, body: { requestId }, now }) => {
    const asked = await app.db.write((writer) => ask(app, writer, proof, requestId, now), proof.programmeId);
    app.jobs.wake();
    return { asked };
  });

  router.on(ChangeContact, contactOfProgramme, async ({ proof, body: { act }, now, refuse }) => {
    const contact = await findContact(read, proof);
    if (!contact) return refuse("named-no-longer");
    if (act === "be-ready" && contact.fingerprint === "") return refuse("no-keys");
    await app.db.write(async (writer) => {
      const isNews = await changeContact(writer, proof, act, now);
      if (!isNews) return;
      if (act === "step-down")
        await addLeftMails(writer, app.chance, now, { programmeId: proof.programmeId, email: contact.email });
      // Pairs of before may have waited for them.
      else await addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, proof.accountId, now));
    }, proof.programmeId);
    app.jobs.wake();
    return undefined;
  });
};

/** Asks whoever is not ready, each once a request; the answer is how many that are. */
async function ask(app: App, writer: Writer, proof: ManagerOf, requestId: string, now: Instant): Promise<number> {
  const { programmeId } = proof;
  const contacts = await listContacts(writer, programmeId);
  const waiting = contacts.filter(({ state }) => state === "named" || state === "asked");
  let news = 0;
  for (const { name, email, accountId: known } of waiting) {
    // One transaction, one statement after the other.
    // oxlint-disable no-await-in-loop
    if (await isLaidDown(writer, askedKey({ programmeId, email, requestId }))) continue;
    // Whoever was asked before may have left this address since.
    const accountId = known ?? (await accountFor(writer, app.chance, now, { name, email }));
    await noteAsked(writer, now, programmeId, accountId, email);
    await addAskedMail(writer, app.chance, now, { programmeId, email, requestId });
    // oxlint-enable no-await-in-loop
    news += 1;
  }
  if (news > 0) await noteChange(writer, app.chance, now, proof, { act: "contacts-asked" });
  return waiting.length;
}
