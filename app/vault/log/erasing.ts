/** What the two said about erasing their room, and what goes from this device once both said yes. */
import { type Erasure, type Log, bundleOf, equal, readErasure, verifyErasure } from "@oakroom/crypto";
import { type AccountId, uuidBytes, uuidText } from "../../values/id.ts";
import { Instant } from "../../values/instant.ts";
import { accountOf, userOf } from "../ids.ts";
import type { States } from "../../features/room/state/rules.ts";
import type { Session } from "../session.ts";
import type { Change, LogRecord, TableName } from "../store.ts";
import type { ErasingView, Stop } from "../vault.ts";
import type { Entry } from "../wire.ts";
import type { Line } from "./content.ts";
import type { LogCore } from "./core.ts";
import type { LogMemory } from "./memory.ts";

/** Whose word counts, and by which keys it is verified. */
type Judge = Pick<LogCore, "id" | "kind" | "members" | "verifier">;

/** The words of one room about erasing. */
export class Erasing {
  /** The newest of each, verified. */
  #words: ReadonlyMap<AccountId, Erasure> = new Map();
  /** Why nothing of the room is kept any more, by the server or by anybody. */
  gone: LogRecord["gone"];

  /** Takes what this device kept. It was verified before. */
  load({ erasures = [], gone }: Pick<LogRecord, "erasures" | "gone">): void {
    this.#words = new Map(
      erasures
        .map((bytes) => readErasure(bytes))
        .filter((one) => typeof one === "object")
        .map((one) => [accountOf(one.user), one]),
    );
    this.gone = gone;
  }

  /** What is kept of it. */
  get record(): Pick<LogRecord, "erasures" | "gone"> {
    return { erasures: this.records, gone: this.gone };
  }

  /** The newest signed words, as bytes. */
  get records(): ReadonlyArray<Uint8Array> {
    return [...this.#words.values()].map(({ bytes }) => bytes);
  }

  /** The version that somebody's next word has. */
  nextVersion(account: AccountId): number {
    return (this.#words.get(account)?.version ?? 0) + 1;
  }

  /** Takes words from the server; what nobody of the two signed counts for nothing. True where both say yes now. */
  async take(log: Judge, entries: ReadonlyArray<Entry>): Promise<boolean> {
    if (log.kind !== "room") return false;
    for (const { kind, bytes } of entries) if (kind === "erasure") await this.#takeOne(log, bytes);
    return log.members.length === 2 && log.members.every((member) => this.#words.get(member)?.yes === true);
  }

  async #takeOne({ id, members, verifier }: Judge, bytes: Uint8Array): Promise<void> {
    const erasure = readErasure(bytes);
    if (typeof erasure === "string" || !verifier || !equal(erasure.log, uuidBytes(id))) return;
    const author = members.find((member) => member === uuidText(erasure.user));
    const bundle = author && bundleOf(verifier, userOf(author));
    if (!bundle || erasure.version < this.nextVersion(author)) return;
    if (await verifyErasure(erasure, bundle.isk)) this.#words = new Map([...this.#words, [author, erasure]]);
  }

  /** How it stands, for one of the two. */
  view(me: AccountId, other: AccountId): ErasingView {
    const [mine, theirs] = [this.#words.get(me), this.#words.get(other)];
    const at = Math.max(mine?.at ?? 0, theirs?.at ?? 0);
    const isErased = this.gone === "erased" && mine?.yes === true && theirs?.yes === true;
    return {
      mine: mine?.yes === true,
      theirs: theirs?.yes === true,
      keptBy: theirs?.yes && mine?.yes === false ? "me" : mine?.yes && theirs?.yes === false ? "them" : undefined,
      gone: this.gone,
      ...(isErased ? { erasedAt: Instant.parse(at) } : {}),
    };
  }
}

/** Everything that can hold words of a room, or a key to them. */
const emptied = [
  "verified",
  "sealed",
  "readable",
  "epochKey",
  "wrap",
  "epochPending",
  "outbox",
  "waiting",
  "place",
] as const satisfies ReadonlyArray<TableName>;

/** A log that can be taken from the device. */
interface Emptied extends Judge {
  readonly session: Session;
  readonly memory: LogMemory<States>;
  readonly erasing: Erasing;
  isOpen: boolean;
  verifier: Log | undefined;
  stopped: Stop | undefined;
  tip: string | undefined;
  damaged: LogRecord["damaged"];
  keep(lines: ReadonlyArray<Line>, changes: ReadonlyArray<Change>): Promise<void>;
}

/** Takes words about erasing. True where both said yes: then nothing of the log is left here. Call it inside the log's `run`. */
export async function takeErasures(log: Emptied, entries: ReadonlyArray<Entry>): Promise<boolean> {
  if (log.erasing.gone) return true;
  if (!(await log.erasing.take(log, entries))) return false;
  await empty(log);
  return true;
}

/** Takes a log from the device, for good, with the drafts of its pages. Call it inside the log's `run`. */
export async function empty(log: Emptied): Promise<void> {
  if (log.erasing.gone === "erased") return;
  log.erasing.gone = "erased";
  Object.assign(log, { isOpen: false, verifier: undefined, stopped: undefined, tip: undefined, damaged: [] });
  const { host } = log.session;
  const items = new Set<string>(log.memory.order.flatMap((hash) => log.memory.line(hash)?.id ?? []));
  const drafts = (await host.store.scopes("draft")).filter((page) => items.has(page));
  await log.keep(
    [],
    [
      ...emptied.map((clear): Change => ({ clear, scope: log.id })),
      ...drafts.map((page): Change => ({ clear: "draft", scope: page })),
    ],
  );
}
