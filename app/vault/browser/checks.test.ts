import { type Signature, type SignatureCheck, answerChecks, makeDeviceKeys } from "@oakroom/crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChecksBeside, type ChecksPort, type ChecksTold } from "./checks.ts";

const { dskPublic } = await makeDeviceKeys();

/** A second worker whose answers these stories give; a signature holds where its first byte is even. */
class FakePort implements ChecksPort {
  readonly told: ChecksTold;
  readonly answers: Array<() => Promise<void>> = [];
  isEnded = false;

  constructor(told: ChecksTold) {
    this.told = told;
  }

  ask({ batch, checks }: Parameters<ChecksPort["ask"]>[0]) {
    this.answers.push(async () => {
      this.told.onAnswered({ batch, holds: await answerChecks(checks, isEven) });
    });
  }

  end() {
    this.isEnded = true;
  }
}

const isEven: SignatureCheck = async (_key, signature) => (signature[0] ?? 1) % 2 === 0;

/** Checks in such a worker, and each that was started. */
function beside(own: SignatureCheck) {
  const ports: FakePort[] = [];
  const checks = new ChecksBeside((told) => {
    const port = new FakePort(told);
    ports.push(port);
    return port;
  }, own);
  return { checks, ports };
}

const never: SignatureCheck = async () => {
  throw new Error("nothing is checked here");
};

/** These stories need no true signatures; bytes of the right length pass for one. */
function isSignature(bytes: Uint8Array): bytes is Signature {
  return bytes.length === 64;
}

function signatureOf(first: number): Signature {
  const bytes = new Uint8Array(64).fill(first);
  if (!isSignature(bytes)) throw new Error("a signature has 64 bytes");
  return bytes;
}

const message = new Uint8Array(3);
const askAll = (checks: ChecksBeside, count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => checks.check(dskPublic, signatureOf(at % 256), message)));
const evens = (count: number) => Array.from({ length: count }, (_, at) => at % 2 === 0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("checks beside the vault's own thread", () => {
  it("are each answered for themselves, in whatever order the batches come back", async () => {
    const { checks, ports } = beside(never);
    const asked = askAll(checks, 150);
    await vi.advanceTimersByTimeAsync(1);
    const [port] = ports;
    expect(port?.answers.length).toBe(3);
    for (const answer of port?.answers.toReversed() ?? []) await answer();
    expect(await asked).toEqual(evens(150));
  });

  it("go back to this thread where the second cannot be started", async () => {
    const checks = new ChecksBeside(() => {
      throw new Error("no workers here");
    }, isEven);
    const asked = askAll(checks, 70);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual(evens(70));
    expect(await askAll(checks, 3)).toEqual(evens(3));
  });

  it("go back to this thread where the second breaks off with some unanswered", async () => {
    const { checks, ports } = beside(isEven);
    const asked = askAll(checks, 130);
    await vi.advanceTimersByTimeAsync(1);
    await ports[0]?.answers[1]?.();
    ports[0]?.told.onBroken();
    expect(await asked).toEqual(evens(130));
    expect(ports[0]?.isEnded).toBe(true);
  });

  it("end the second thread once nothing was asked for a while, and start it anew", async () => {
    const { checks, ports } = beside(never);
    for (const round of [0, 1]) {
      const asked = askAll(checks, 64);
      await ports[round]?.answers[0]?.();
      expect(await asked).toEqual(evens(64));
      expect(ports[round]?.isEnded).toBe(false);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(ports[round]?.isEnded).toBe(true);
    }
  });
});
