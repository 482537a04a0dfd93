/** Routes of a pair's open dates. */
import { oneOfPair } from "../../../server/guards/pair.ts";
import { addJob } from "../../../server/jobs/table.ts";
import type { Routes } from "../../../server/http/router.ts";
import { datesChanged } from "../gaps/schema.ts";
import { addReminders } from "./jobs.ts";
import { PutCadence, ReadCadence } from "./schema.ts";
import { readCadence, writeCadence } from "./store.ts";

/** The few dates that leave a room: read and set by the two. */
export const cadenceRoutes: Routes = (router, app) => {
  router.on(ReadCadence, oneOfPair, async ({ proof }) => readCadence(app.db.read, proof));

  router.on(PutCadence, oneOfPair, async ({ proof, body, now, refuse }) => {
    if (proof.state === "ended") return refuse("ended");
    const heldOn = [...new Set(body.heldOn)].toSorted();
    await app.db.write(async (writer) => {
      const held = await readCadence(writer, proof);
      const isMoved = JSON.stringify(held.nextSession) !== JSON.stringify(body.nextSession);
      await writeCadence(writer, proof, { ...body, heldOn }, isMoved ? now : undefined);
      if (held.rhythmDays !== body.rhythmDays || held.heldOn.join() !== heldOn.join())
        await addJob(writer, app.chance, now, datesChanged(proof.relationshipId, now, "tomorrow"));
      if (body.nextSession) await addReminders(writer, app.chance, now, proof, body.nextSession.startsAt);
    });
    app.live.factChanged({ about: "relationship", id: proof.relationshipId }, [proof.accountId, proof.otherId]);
    return undefined;
  });
};
