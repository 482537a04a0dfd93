/** What the vault needs of the place it runs in: a browser's worker, Node, or a test. */
import type { SignatureCheck } from "@oakroom/crypto";
import type { LiveFact } from "../features/room/log/schema.ts";
import type { AnsweredOf, InputOf, Operation, RefusalOf } from "../values/operation.ts";
import type { Clock } from "../values/instant.ts";
import type { VaultStore } from "./store.ts";

/** What the server answered, or why it did not. */
export type Reply<O extends Operation> =
  | { readonly kind: "done"; readonly value: AnsweredOf<O> }
  | { readonly kind: "refused"; readonly refused: RefusalOf<O> }
  | { readonly kind: "offline" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "not-found" };

/** One entry from the live stream, before anything about it is believed. */
export interface LiveItem {
  readonly log: string;
  readonly number: number;
  readonly kind: string;
  readonly entry: Uint8Array;
}

/** Whom the live stream tells. */
export interface LiveListener {
  /** The next is given once the answer has settled. */
  readonly onItem: (item: LiveItem) => Promise<void>;
  readonly onFact: (fact: LiveFact) => void;
  /** The stream stands: whatever happens from now on arrives. */
  readonly onOpen: () => void;
  readonly onBroken: () => void;
}

/** The server, as the vault sees it. Nothing that it says is believed without proof. */
export interface VaultServer {
  call<const O extends Operation>(operation: O, input: InputOf<O>): Promise<Reply<O>>;
  /** Follows the live stream until the signal ends it, and comes back after breaks by itself. */
  listen(listener: LiveListener, signal: AbortSignal): void;
}

/** Everything the vault takes as parameters. */
export interface VaultHost {
  readonly store: VaultStore;
  readonly server: VaultServer;
  readonly clock: Clock;
  /** Bytes of chance for ids. Keys come from the host's own CSPRNG inside `@oakroom/crypto`. */
  readonly random: (length: number) => Uint8Array;
  /** Resolves after some ms, or at once when the signal ends it. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Checks signatures beside the vault's own thread, where there is a second one: what a long room is read with. */
  readonly checkBeside?: SignatureCheck;
  /** What people would call this device, until they name it themselves; missing where nobody looks at a list of devices. */
  readonly deviceName?: string;
}
