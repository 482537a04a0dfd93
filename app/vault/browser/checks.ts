/** Signatures of a long room are checked in a second worker, so that it is read on two cores. */
import { type SignatureCheck, type SignatureToCheck, mostChecks, packChecks, verify } from "@oakroom/crypto";
import type { ChecksAnswered, ChecksAsked } from "./checks-worker.ts";

/** So many go out at once; what comes in smaller numbers goes out with the next turn of the event loop. */
const batchSize = mostChecks / 4;
/** Nothing asked for so long, and the second worker goes; the next long room starts another. */
const idleMs = 2_000;

/** The second worker, as it is used. */
export interface ChecksPort {
  /** Hands checks over; what they lie in is gone from here. */
  ask(asked: ChecksAsked): void;
  end(): void;
}

/** Whom the second worker tells. */
export interface ChecksTold {
  readonly onAnswered: (answered: ChecksAnswered) => void;
  readonly onBroken: () => void;
}

interface Asked extends SignatureToCheck {
  readonly settle: (holds: boolean | Promise<boolean>) => void;
}

/** A second worker and what it was asked. `own` answers in its place where it cannot be started or breaks off. */
export class ChecksBeside {
  readonly #start: (told: ChecksTold) => ChecksPort;
  readonly #own: SignatureCheck;
  #port: ChecksPort | undefined;
  #isBroken = false;
  #gathered: Asked[] = [];
  #isDue = false;
  readonly #sent = new Map<number, ReadonlyArray<Asked>>();
  #batch = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(start: (told: ChecksTold) => ChecksPort, own: SignatureCheck = verify) {
    this.#start = start;
    this.#own = own;
  }

  /** Checks one signature; see `verify`. */
  readonly check: SignatureCheck = (key, signature, message) => {
    if (this.#isBroken) return this.#own(key, signature, message);
    return new Promise((settle) => {
      this.#gathered.push({ key, signature, message, settle });
      if (this.#gathered.length >= batchSize) this.#send();
      else if (!this.#isDue) {
        this.#isDue = true;
        setTimeout(() => this.#send());
      }
    });
  };

  #send(): void {
    this.#isDue = false;
    const asked = this.#gathered;
    this.#gathered = [];
    if (asked.length === 0) return;
    clearTimeout(this.#idle);
    this.#batch += 1;
    this.#sent.set(this.#batch, asked);
    try {
      this.#port ??= this.#start({ onAnswered: (answered) => this.#take(answered), onBroken: () => this.#breakOff() });
      this.#port.ask({ batch: this.#batch, checks: packChecks(asked) });
    } catch {
      this.#breakOff();
    }
  }

  #take({ batch, holds }: ChecksAnswered): void {
    for (const [at, { settle }] of (this.#sent.get(batch) ?? []).entries()) settle(holds[at] === 1);
    this.#sent.delete(batch);
    if (this.#sent.size === 0) this.#idle = setTimeout(() => this.#close(), idleMs);
  }

  #close(): void {
    this.#port?.end();
    this.#port = undefined;
  }

  #breakOff(): void {
    this.#isBroken = true;
    this.#close();
    for (const { key, signature, message, settle } of [...this.#sent.values()].flat())
      settle(this.#own(key, signature, message));
    this.#sent.clear();
  }
}
