/** When a device mends the open dates of a pair. The sealed room is the truth; what the server says is compared with it and never shown instead. */
import { type OpenDates, sameDates } from "../sessions/dates/rules.ts";

/** The server, as far as the open dates of one pair go. */
export interface DatesDesk {
  /** What it says; `undefined` where it does not answer. */
  readonly read: () => Promise<OpenDates | undefined>;
  /** Sets them; false where it does not answer. */
  readonly put: (dates: OpenDates) => Promise<boolean>;
}

/** What came of a look: "known" where these dates were looked after before, "later" where the server did not answer. */
export type Mended = "known" | "same" | "mended" | "later" | "overtaken";

/**
 * One device's care for the open dates of one pair, for as long as its room is shown. It looks once for each change in the
 * room, and writes at most once for each look: two devices whose rooms agree write the same, and a server that keeps
 * lying is not argued with until something changes or the room is opened again.
 */
export class DatesCare {
  #looked: string | undefined;

  /** What follows from the room by now; `desk` is asked where that is news. */
  async look(wanted: OpenDates, desk: DatesDesk): Promise<Mended> {
    const key = JSON.stringify(wanted);
    if (this.#looked === key) return "known";
    this.#looked = key;
    const held = await desk.read();
    if (this.#looked !== key) return "overtaken";
    if (held && sameDates(held, wanted)) return "same";
    if (held && (await desk.put(wanted))) return "mended";
    // Asked again with the next change of any kind.
    if (this.#looked === key) this.#looked = undefined;
    return "later";
  }

  /** The room may be behind from now on: what it says next is looked at anew. */
  forget(): void {
    this.#looked = undefined;
  }
}

/** True for a pair that goes on once whoever paused says so; nothing is written in its room until then. */
export function isPaused({
  state,
  leaving,
}: {
  readonly state: string;
  readonly leaving?: object | undefined;
}): boolean {
  return state === "paused" && !leaving;
}
