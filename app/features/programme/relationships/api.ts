/** Calls about pairs, from the browser; and the caller's pairs as a signal that every screen shares. */
import { signal } from "@preact/signals";
import type { RelationshipId } from "../../../values/id.ts";
import { call } from "../../../web/client/client.ts";
import {
  EndRelationship,
  ListPairs,
  ListRelationships,
  PauseRelationship,
  type Relationship,
  RemindPartner,
  ResumeRelationship,
} from "./schema.ts";

/** The caller's pairs, newest first; `undefined` until they were fetched. */
export const relationships = signal<ReadonlyArray<Relationship> | undefined>(undefined);

/** Fetches the caller's pairs into `relationships`. What is there stays where the server does not answer. */
export async function refreshRelationships(abort?: AbortSignal) {
  const answer = await call(ListRelationships, {}, abort ? { signal: abort } : undefined);
  if (answer.kind === "done") relationships.value = answer.value.relationships;
  return answer;
}

/** Pauses, at once. */
export const pauseRelationship = (relationshipId: RelationshipId) =>
  call(PauseRelationship, { params: { relationshipId } });
/** Takes a pause back. */
export const resumeRelationship = (relationshipId: RelationshipId) =>
  call(ResumeRelationship, { params: { relationshipId } });
/** Ends, at once. */
export const endRelationship = (relationshipId: RelationshipId) =>
  call(EndRelationship, { params: { relationshipId } });
/** One neutral mail to the other. */
export const remindPartner = (relationshipId: RelationshipId) => call(RemindPartner, { params: { relationshipId } });
/** The pairs of a programme, for its managers. */
export const listPairs = (programmeId: string, abort?: AbortSignal) =>
  call(ListPairs, { params: { programmeId } }, abort ? { signal: abort } : undefined);
