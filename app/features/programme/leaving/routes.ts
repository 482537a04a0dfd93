/** Routes of leaving. */
import { signedIn } from "../../../server/guards/signed-in.ts";
import type { Routes } from "../../../server/http/router.ts";
import { addressesOf } from "../addresses/store.ts";
import { ListLeavings } from "./schema.ts";
import { listMine } from "./store.ts";

/** What somebody who left may know of it. */
export const leavingRoutes: Routes = (router, { db }) => {
  router.on(ListLeavings, signedIn, async ({ proof }) => ({
    leavings: await listMine(db.read, proof.accountId),
    hasPrivateAddress: (await addressesOf(db.read, proof.accountId)).length > 1,
  }));
};
