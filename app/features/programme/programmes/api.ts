/** What the browser asks about programmes. */
import { call } from "../../../web/client/client.ts";
import { ChangeProgramme, type ProgrammeSettings, ReadProgramme, ReadProgrammeFacts, ReadSite } from "./schema.ts";

/** A programme as its managers see it. */
export function readProgramme(programmeId: string, signal: AbortSignal) {
  return call(ReadProgramme, { params: { programmeId } }, { signal });
}

/** What everyone in a programme may know of it. */
export function readProgrammeFacts(programmeId: string, signal: AbortSignal) {
  return call(ReadProgrammeFacts, { params: { programmeId } }, { signal });
}

/** Changes a programme's settings. */
export function changeProgramme(programmeId: string, settings: ProgrammeSettings) {
  return call(ChangeProgramme, { params: { programmeId }, body: { ...settings } });
}

/** What the first page must know before anybody is signed in. */
export function readSite(signal: AbortSignal) {
  return call(ReadSite, {}, { signal });
}
