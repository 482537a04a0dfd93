/** What the browser asks about the checklist. */
import type { BodyOf } from "../../../values/operation.ts";
import { call } from "../../../web/client/client.ts";
import { LaunchProgramme, MarkLaunchPoint, ReadLaunch } from "./schema.ts";

/** The checklist, and whether the programme is open. */
export function readLaunch(programmeId: string, signal: AbortSignal) {
  return call(ReadLaunch, { params: { programmeId } }, { signal });
}

/** Marks a point, or takes the mark back. */
export function markLaunchPoint(programmeId: string, body: BodyOf<typeof MarkLaunchPoint>) {
  return call(MarkLaunchPoint, { params: { programmeId }, body });
}

/** Opens the programme. */
export function launchProgramme(programmeId: string) {
  return call(LaunchProgramme, { params: { programmeId } });
}
