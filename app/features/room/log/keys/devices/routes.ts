/** One's devices over HTTP: seen, listed, signed out. */
import { signedIn } from "../../../../../server/guards/signed-in.ts";
import type { Routes } from "../../../../../server/http/router.ts";
import { addJob } from "../../../../../server/jobs/table.ts";
import { dayIn } from "../../../../../values/day.ts";
import { keysMailJob } from "../../../../programme/sign-in/keys-mail/rules.ts";
import { endOtherSignIns, endSignIn } from "../../../../programme/sign-in/store.ts";
import { EndDevice, ListDevices, SeeDevice } from "./schema.ts";
import { listDevices, seeDevice, signInOf } from "./store.ts";

/** Seeing, listing and signing out one's devices. */
export const deviceRoutes: Routes = (router, app) => {
  router.on(SeeDevice, signedIn, async ({ proof, params, now }) => {
    await app.db.write((writer) => seeDevice(writer, proof, params.deviceId, dayIn(now, "UTC")), proof.accountId);
  });

  router.on(ListDevices, signedIn, async ({ proof, now }) => ({ devices: await listDevices(app.db.read, proof, now) }));

  router.on(EndDevice, signedIn, async ({ proof, params, now }) => {
    const { accountId } = proof;
    await app.db.write(async (writer) => {
      const signIn = await signInOf(writer, proof, params.deviceId);
      if (signIn) await endSignIn(writer, signIn, now);
      // Whoever holds the lost device can have had it forgotten, under fifty others that they made up.
      else await endOtherSignIns(writer, proof, now);
      // Told once a day at most, also for devices that are made up.
      const which = `${signIn ? params.deviceId : "others"}:${dayIn(now, "UTC")}`;
      await addJob(writer, app.chance, now, keysMailJob(now, { accountId, what: "device-lost", which }));
    }, accountId);
    app.jobs.wake();
    // Streams do not know whose sign-in they stand on: all end, and those that may come back do.
    app.live.endAll(accountId);
    app.live.factChanged({ about: "keys", id: accountId }, [accountId]);
  });
};
