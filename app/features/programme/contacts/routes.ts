/** Contacts for concerns over HTTP. */
import { contactOfProgramme } from "../../../server/guards/contact.ts";
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import type { Routes } from "../../../server/http/router.ts";
import { readProgramme } from "../programmes/store.ts";
import { accountFor } from "../sign-in/store.ts";
import { addAskedMail, addLeftMails } from "./jobs.ts";
import { AskContacts, ChangeContact, ReadContacts } from "./schema.ts";
import { changeContact, findContact, listContacts, noteAsked } from "./store.ts";

/** All routes of contacts. */
export const contactRoutes: Routes = (router, app) => {
  const { read } = app.db;

  router.on(ReadContacts, managerOfProgramme, async ({ proof }) => ({
    programmeName: (await readProgramme(read, proof.programmeId)).name,
    contacts: [...(await listContacts(read, proof.programmeId))],
  }));

  router.on(AskContacts, managerOfProgramme, async ({ proof: { programmeId }, body: { requestId }, now }) => {
    const asked = await app.db.write(async (writer) => {
      const waiting = (await listContacts(writer, programmeId)).filter(
        ({ state }) => state === "named" || state === "asked",
      );
      for (const { name, email } of waiting) {
        // One transaction, one statement after the other.
        // oxlint-disable no-await-in-loop
        const accountId = await accountFor(writer, app.chance, now, { name, email });
        await noteAsked(writer, now, programmeId, accountId, email);
        await addAskedMail(writer, app.chance, now, { programmeId, email, requestId });
        // oxlint-enable no-await-in-loop
      }
      return waiting.length;
    }, programmeId);
    app.jobs.wake();
    return { asked };
  });

  router.on(ChangeContact, contactOfProgramme, async ({ proof, body: { act }, now, refuse }) => {
    const contact = await findContact(read, proof);
    if (!contact) return refuse("named-no-longer");
    if (act === "be-ready" && contact.fingerprint === "") return refuse("no-keys");
    await app.db.write(async (writer) => {
      const isNews = await changeContact(writer, proof, act, now);
      if (isNews && act === "step-down")
        await addLeftMails(writer, app.chance, now, { programmeId: proof.programmeId, email: contact.email });
    }, proof.programmeId);
    app.jobs.wake();
    return undefined;
  });
};
