/** When a device of one's own was last here, and ending its sign-in. Its name is sealed; what it may read, its keys say. */
import * as z from "zod/mini";
import { Day } from "../../../../../values/day.ts";
import { DeviceId } from "../../../../../values/id.ts";
import { operation } from "../../../../../values/operation.ts";

const params = z.strictObject({ deviceId: DeviceId });

/** Says which of the caller's devices asks, so that its owner can see when it was here and sign it out. */
export const SeeDevice = operation({
  id: "seeDevice",
  method: "PUT",
  path: "/devices/:deviceId",
  summary: "Say which of one's devices this is",
  params,
});

/** When the caller's devices were last here, and which are signed in. */
export const ListDevices = operation({
  id: "listDevices",
  method: "GET",
  path: "/devices",
  summary: "When one's devices were last here",
  answer: z.object({ devices: z.array(z.object({ deviceId: DeviceId, seenOn: Day, isSignedIn: z.boolean() })) }),
});

/** Ends the sign-in of one of the caller's devices at once: it was lost. For one that is not known every other sign-in ends. */
export const EndDevice = operation({
  id: "endDevice",
  method: "DELETE",
  path: "/devices/:deviceId",
  summary: "Sign one of one's devices out",
  params,
});
