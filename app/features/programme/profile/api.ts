/** What the browser asks about one's own place in a programme, and what it keeps of a form until it is saved. */
import { call } from "../../../web/client/client.ts";
import type { OwnPlaceAct } from "../people/rules.ts";
import type { AboutMe, MyPlace } from "./schema.ts";
import { ChangeMyPlace, ReadMyPlace, SaveProfile } from "./schema.ts";

/** My place in a programme. */
export function readMyPlace(programmeId: string, signal: AbortSignal) {
  return call(ReadMyPlace, { params: { programmeId } }, { signal });
}

/** All that is saved at once. */
export interface ProfileSaving {
  readonly callName: string;
  readonly about: AboutMe;
  readonly profile: MyPlace["profile"];
}

/** Saves the name, the corrections and the profile. */
export function saveProfile(programmeId: string, saving: ProfileSaving) {
  return call(SaveProfile, { params: { programmeId }, body: saving });
}

/** Lets me rest, go on, step back, come back, or go. */
export function changeMyPlace(programmeId: string, act: OwnPlaceAct) {
  return call(ChangeMyPlace, { params: { programmeId }, body: { act } });
}

const prefix = "oakroom.profile.";

/** What was typed and not yet saved, in this tab alone: it outlives a reload, and a phone that closes the page for want of memory. */
export function readTyped(participantId: string): string | undefined {
  try {
    // Whatever somebody else left behind in this tab is nobody's any more.
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(prefix) && key !== prefix + participantId) sessionStorage.removeItem(key);
    return sessionStorage.getItem(prefix + participantId) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was typed; `undefined` forgets it, once it is saved. */
export function keepTyped(participantId: string, typed: string | undefined): void {
  try {
    if (typed === undefined) sessionStorage.removeItem(prefix + participantId);
    else sessionStorage.setItem(prefix + participantId, typed);
  } catch {
    // Without storage it lives as long as the page.
  }
}
