/** A clock that begins in the past and ends now: what happened over weeks is played in its order, through the real paths. */
import { Instant } from "../app/values/instant.ts";

/** A clock of which the server and every vault read the time. It never goes back. */
export class MovedClock {
  #behindMs = 0;

  /** What it shows. */
  readonly now = (): Instant => Instant.parse(Date.now() - this.#behindMs);

  /** Goes to an instant, if that lies ahead; the first time, if it lies in the past. */
  goTo(instant: number): void {
    if (this.#behindMs === 0 || instant > this.now()) this.#behindMs = Math.max(0, Date.now() - instant);
  }

  /** Shows the real time from now on. */
  letGo(): void {
    this.#behindMs = 0;
  }
}
