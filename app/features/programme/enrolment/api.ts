/** What the browser asks while somebody joins. */
import { call } from "../../../web/client/client.ts";
import { Enrol } from "./schema.ts";

/** Takes part from now on. */
export function enrol(programmeId: string) {
  return call(Enrol, { params: { programmeId } });
}
