/** What the browser asks about people. */
import { call } from "../../../web/client/client.ts";
import { OpenProfile } from "../my-data/looks/schema.ts";
import type { PlaceAct } from "./rules.ts";
import {
  AddPerson,
  ChangePlace,
  CorrectPerson,
  ListPeople,
  NoteLeft,
  type PersonFacts,
  ReadPerson,
  RemovePerson,
} from "./schema.ts";

/** The list. */
export function listPeople(programmeId: string, signal: AbortSignal) {
  return call(ListPeople, { params: { programmeId } }, { signal });
}

/** Which person, of which programme. */
export interface WhichPerson {
  readonly programmeId: string;
  readonly participantId: string;
}

/** One person's page. */
export function readPerson(which: WhichPerson, signal: AbortSignal) {
  return call(ReadPerson, { params: which }, { signal });
}

/** What somebody said of themselves. Its owner reads who opened it. */
export function openProfile(which: WhichPerson, signal: AbortSignal) {
  return call(OpenProfile, { params: which }, { signal });
}

/** Adds somebody by hand. */
export function addPerson({ programmeId, participantId }: WhichPerson, facts: PersonFacts) {
  return call(AddPerson, { params: { programmeId }, body: { id: participantId, facts } });
}

/** Corrects what is known of somebody. */
export function correctPerson(which: WhichPerson, facts: PersonFacts) {
  return call(CorrectPerson, { params: which, body: facts });
}

/** Lets somebody rest, go on, or go. */
export function changePlace(which: WhichPerson, act: PlaceAct) {
  return call(ChangePlace, { params: which, body: { act } });
}

/** Notes that several people left. */
export function noteLeft(programmeId: string, people: ReadonlyArray<string>) {
  return call(NoteLeft, { params: { programmeId }, body: { people: [...people] } });
}

/** Takes somebody off the list. */
export function removePerson(which: WhichPerson) {
  return call(RemovePerson, { params: which });
}
