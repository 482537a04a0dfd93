/** Calls about pairs of before, from the browser. */
import { call } from "../../../../web/client/client.ts";
import { DropKnownPair, ListKnownPairs } from "./schema.ts";

/** Who waits to be asked. */
export const listKnownPairs = (programmeId: string, abort?: AbortSignal) =>
  call(ListKnownPairs, { params: { programmeId } }, abort ? { signal: abort } : undefined);
/** Takes a pair back, by its mentee. */
export const dropKnownPair = (programmeId: string, participantId: string) =>
  call(DropKnownPair, { params: { programmeId, participantId } });
