/** Programmes over HTTP. */
import { managerOfProgramme } from "../../../server/guards/manager.ts";
import { memberOfProgramme } from "../../../server/guards/programme.ts";
import { anyone } from "../../../server/guards/signed-in.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import { lastDayChanged } from "../gaps/schema.ts";
import { doSomeLikeAWord } from "../gaps/store.ts";
import { countNew } from "../asks/store.ts";
import { noteChange } from "../changes/store.ts";
import { countWithoutContact } from "../contacts/offered/store.ts";
import { listContacts } from "../contacts/store.ts";
import { askKnownPairs } from "../matching/known-pairs/schema.ts";
import { changedParts, refuseProgramme } from "./rules.ts";
import { ChangeProgramme, ReadProgramme, ReadProgrammeFacts, ReadSite } from "./schema.ts";
import { changeProgramme, countStates, readOrganisation, readProgramme } from "./store.ts";

/** All routes of programmes. */
export const programmeRoutes: Routes = (router, app) => {
  const { read } = app.db;

  router.on(ReadProgramme, managerOfProgramme, async ({ proof, now }) => ({
    ...(await readProgramme(read, proof.programmeId)),
    counts: await countStates(read, proof.programmeId, proof.ownPlace),
    someMayLikeAWord: await doSomeLikeAWord(read, proof, now),
    newAsks: await countNew(read, proof.programmeId),
    contactsToAsk: (await listContacts(read, proof.programmeId)).filter(({ state }) => state === "named").length,
    withoutContact: await countWithoutContact(read, proof.programmeId),
  }));

  router.on(ChangeProgramme, managerOfProgramme, async ({ proof, body, now, refuse }) => {
    const refused = refuseProgramme(body);
    if (refused) return refuse(refused);
    await app.db.write(async (writer) => {
      const parts = changedParts(await readProgramme(writer, proof.programmeId), body);
      await changeProgramme(writer, now, proof.programmeId, body);
      if (parts.length > 0) await noteChange(writer, app.chance, now, proof, { act: "settings-changed", parts });
      await addJob(writer, app.chance, now, lastDayChanged(proof.programmeId, now));
      // They may have waited for another contact for concerns.
      await addJob(writer, app.chance, now, askKnownPairs(proof.programmeId, "settings", now));
    });
    app.jobs.wake();
    return undefined;
  });

  router.on(ReadProgrammeFacts, memberOfProgramme, async ({ proof }) => readProgramme(read, proof.programmeId));

  router.on(ReadSite, anyone, async () => ({
    organisation: (await readOrganisation(read)) ?? null,
    origin: app.config.origin,
    originIsSecure: app.config.originIsSecure,
  }));
};
