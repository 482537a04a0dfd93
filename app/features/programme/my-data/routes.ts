/** Routes of one's own data. */
import { managerOfParticipant } from "../../../server/guards/participant.ts";
import { signedIn } from "../../../server/guards/signed-in.ts";
import { takeSignIn } from "../../../server/http/cookies.ts";
import type { Routes } from "../../../server/http/router.ts";
import { dayIn } from "../../../values/day.ts";
import { roomOf } from "../../../values/id.ts";
import { holdAccount, newestBundle } from "../../room/log/keys/store.ts";
import { isSigned, isTooEarly } from "../addresses/signed/store.ts";
import { readSeen } from "../profile/store.ts";
import { addErasedJobs } from "./erasing/jobs.ts";
import { EraseAccount } from "./erasing/schema.ts";
import { eraseAccount } from "./erasing/store.ts";
import { ListLooks, OpenProfile } from "./looks/schema.ts";
import { listLooks, noteLook } from "./looks/store.ts";
import { ReadRows } from "./taking/schema.ts";
import { readRows } from "./taking/store.ts";
import { findPerson } from "./going/store.ts";
import { leftName } from "./text.ts";

/** Taking one's data along, erasing an account, and who looked. */
export const myDataRoutes: Routes = (router, app) => {
  router.on(EraseAccount, signedIn, async ({ proof, body: { id, change }, now, refuse, reply }) => {
    const done = await app.db.write(async (writer) => {
      await holdAccount(writer, app.db.engine, proof.accountId);
      const erased = await eraseAccount(writer, app.chance, proof, now, leftName, async () => {
        if ((await newestBundle(writer, proof)) === undefined) return change === null ? "none" : "not-signed";
        if (await isTooEarly(writer, proof, now)) return "began-anew";
        return (await isSigned(writer, proof, change, { id, use: "no-account", address: "" }))
          ? undefined
          : "not-signed";
      });
      if (typeof erased !== "string") await addErasedJobs(writer, app.chance, now, erased, app.config.endedRoomDays);
      return erased;
    }, proof.accountId);
    if (typeof done === "string") return refuse(done);
    app.jobs.wake();
    app.live.endAll(proof.accountId);
    for (const { relationshipId, other } of done.left) {
      app.live.factChanged({ about: "relationship", id: relationshipId }, [other]);
      app.live.logChanged(roomOf(relationshipId), [other]);
    }
    takeSignIn(reply, app.config);
    return { erased: true } as const;
  });

  router.on(OpenProfile, managerOfParticipant, async ({ proof, now }) => {
    const profile = await readSeen(app.db.read, proof.programmeId, proof.participantId, "programme");
    if (profile) await app.db.write((writer) => noteLook(writer, proof, dayIn(now, "UTC")));
    return { profile: profile ?? null };
  });

  router.on(ReadRows, signedIn, async ({ proof }) => ({
    rows: JSON.stringify(await readRows(app.db.read, await findPerson(app.db.read, proof.accountId))),
  }));

  router.on(ListLooks, signedIn, async ({ proof }) => ({ looks: await listLooks(app.db.read, proof) }));
};
