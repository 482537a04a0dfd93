/** Pairs of before, for managers. */
import { managerOfProgramme } from "../../../../server/guards/manager.ts";
import { managerOfParticipant } from "../../../../server/guards/participant.ts";
import type { Routes } from "../../../../server/http/router.ts";
import type { ParticipantId } from "../../../../values/id.ts";
import { noteChange } from "../../changes/store.ts";
import { readNames } from "../drafts/store.ts";
import { findKnownPairs } from "./jobs.ts";
import { DropKnownPair, ListKnownPairs } from "./schema.ts";
import { dropNamed } from "./store.ts";

/** Who waits to be asked, and taking them back. */
export const knownPairRoutes: Routes = (router, app) => {
  router.on(ListKnownPairs, managerOfProgramme, async ({ proof, now }) => {
    const found = await findKnownPairs(app, proof.programmeId, now);
    if (!found) return { pairs: [] };
    const names = await readNames(app.db.read, proof.programmeId);
    const someone = (participantId: ParticipantId) => ({ participantId, name: names.get(participantId) ?? "" });
    return {
      pairs: found.pairs.map(({ mentee, mentor, waitsFor }) => ({
        mentee: someone(mentee),
        mentor: someone(mentor),
        waitsFor,
      })),
    };
  });

  router.on(DropKnownPair, managerOfParticipant, async ({ proof, now }) => {
    await app.db.write(async (writer) => {
      if (!(await dropNamed(writer, proof.programmeId, proof.participantId))) return;
      const change = { act: "existing-pair-taken-back", about: [proof.participantId] } as const;
      await noteChange(writer, app.chance, now, proof, change);
    });
    return undefined;
  });
};
