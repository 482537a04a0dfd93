/** How each operation is called in the matrix. A missing or stale entry does not compile. */
import type { OperationId } from "../operations.ts";
import type { Request } from "./asking.ts";
import { ownRequests } from "./requests-own.ts";
import { programmeRequests } from "./requests-programme.ts";
import { roomRequests } from "./requests-room.ts";

/** Every operation with its request. */
export const requests = { ...ownRequests, ...programmeRequests, ...roomRequests } as const satisfies Readonly<
  Record<OperationId, Request>
>;
