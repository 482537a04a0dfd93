/** The vault as the screens ask it: one account on one device. */
import { type ProofRefusal, heads, hex, iskHashOf } from "@oakroom/crypto";
import { type LiveFact } from "../features/room/log/schema.ts";
import { itemKindOf, type PageEvent } from "../features/room/state/documents.ts";
import type { OwnEvent, RoomEvent } from "../features/room/state/fold.ts";
import type { NewEvent } from "../features/room/state/schema.ts";
import type { AccountId, ItemId, LogId } from "../values/id.ts";
import { Account } from "./account/account.ts";
import { AccountKeys } from "./account/account-keys.ts";
import { othersKeys } from "./account/lost/load.ts";
import { compareCode, compareWords, wordsOf } from "./comparing.ts";
import type { VaultHost } from "./host.ts";
import type { CommittedCard, GroundDone, GroundStep } from "./exchange.ts";
import { takeGroundStep } from "./ground.ts";
import { letterVault } from "./letter-vault.ts";
import type { LetterVault } from "./letters.ts";
import { commitTo } from "./log/cards.ts";
import { timelinePage } from "./log/timeline.ts";
import { keepPageDraft, pageDrafts } from "./page-drafts.ts";
import { pageNews } from "./page-news.ts";
import type { ProofShown } from "./files/proof-shown.ts";
import type { Room } from "./room.ts";
import type {
  BeginRefusal,
  CompareRefusal,
  ErasingRefusal,
  Found,
  MatchingWords,
  OwnView,
  PageDraft,
  RoomView,
  TextToSign,
  TimelinePage,
  TimelineWindow,
  Unwatch,
  Vault,
  VaultStatus,
  WriteRefusal,
  Written,
} from "./vault.ts";
import type { Secret, UnlockRefusal } from "./secrets.ts";
import { lastWords } from "../features/room/state/rules.ts";
import { isPageOf } from "./typed.ts";
import { Watchers } from "./watchers.ts";

/** What proves items is fetched with the first that is to be shown outside. */
const proving = () => import("./proving.ts");

/** Opens the vault of an account on this device, and follows the server until the signal ends it. */
export async function openVault(host: VaultHost, me: AccountId, signal: AbortSignal): Promise<Vault> {
  const account = new Account(host, me);
  await account.start(signal);
  return vaultOf(account);
}

/** The vault of a started account. */
export function vaultOf(account: Account): Vault {
  return new OpenVault(account);
}

class OpenVault extends AccountKeys implements Vault {
  readonly #account: Account;
  readonly #letters = letterVault(() => this.#account.keeper);

  constructor(account: Account) {
    super(account);
    this.#account = account;
  }

  #room(id: LogId): Room | undefined {
    return this.#account.keeper?.rooms.get(id);
  }

  async watchStatus(listener: (status: VaultStatus) => void): Promise<Unwatch> {
    return this.#account.status.add(listener);
  }

  async watchFacts(listener: (fact: LiveFact) => void): Promise<Unwatch> {
    const { facts } = this.#account;
    facts.add(listener);
    return () => void facts.delete(listener);
  }

  async rooms(): Promise<ReadonlyArray<RoomView>> {
    const { keeper } = this.#account;
    return keeper ? [...keeper.rooms.values()].map((room) => room.view(keeper.own.notes)) : [];
  }

  async watchRoom(id: LogId, listener: (view: RoomView) => void): Promise<Unwatch | "no-such-room"> {
    const { rooms } = this.#account;
    if (!this.#room(id)) return "no-such-room";
    const read = () => {
      const { keeper } = this.#account;
      return keeper && keeper.rooms.get(id)?.view(keeper.own.notes);
    };
    const watchers = rooms.get(id) ?? new Watchers<RoomView | undefined>(read);
    rooms.set(id, watchers);
    return watchers.add((view) => {
      if (view) listener(view);
    });
  }

  async watchPage(
    id: LogId,
    page: ItemId,
    listener: (pieces: ReadonlyArray<PageEvent>) => void,
  ): Promise<Unwatch | "no-such-room"> {
    const news = pageNews(page, listener);
    return this.watchRoom(id, () => news(this.#room(id)));
  }

  async pageDrafts(page: ItemId, mine?: PageDraft): Promise<ReadonlyArray<PageDraft>> {
    const session = this.#account.keeper?.session;
    if (!session) return [];
    if (!mine) return pageDrafts(session, page);
    await keepPageDraft(session, page, mine);
    return [];
  }

  async timeline(id: LogId, window: TimelineWindow): Promise<TimelinePage<RoomEvent> | "no-such-room"> {
    const room = this.#room(id);
    if (!room) return "no-such-room";
    const page = timelinePage(room.log, window, room.revision);
    return isPageOf<RoomEvent>(page) ? page : "no-such-room";
  }

  async search(text: string, only?: LogId): Promise<ReadonlyArray<Found>> {
    const { searchRooms } = await import("./searching.ts");
    return searchRooms([...(this.#account.keeper?.rooms.values() ?? [])], text, only);
  }

  async write(id: LogId, event: NewEvent, itemId?: ItemId): Promise<Written | WriteRefusal> {
    if (!this.#account.keeper) return "locked";
    const room = this.#room(id);
    if (!room) return "no-such-room";
    const isShut = room.log.returning.isAwaited || room.isToReadmit;
    if (isShut || (room.log.stopped ?? this.#account.keeper.own.log.stopped)) return "stopped";
    if (!room.log.isOpen) return "closed";
    // The two may have gone on a moment ago.
    if (room.log.takes === "none") await this.#account.keeper.refresh();
    if (room.log.takes === "none") return "paused";
    if (room.log.takes === "last-words" && !lastWords.has(event.type)) return "resting";
    const item = await room.log.outbox.write(event, itemKindOf(event.type), itemId);
    void room.sender.send();
    return { id: item };
  }

  async watchOwn(listener: (view: OwnView) => void): Promise<Unwatch | "locked"> {
    if (!this.#account.keeper) return "locked";
    return this.#account.own.add((view) => {
      if (view) listener(view);
    });
  }

  async ownTimeline(window: TimelineWindow): Promise<TimelinePage<OwnEvent> | "locked"> {
    const own = this.#account.keeper?.own;
    if (!own) return "locked";
    const page = timelinePage(own.log, window, own.revision);
    return isPageOf<OwnEvent>(page) ? page : "locked";
  }

  async writeOwn(event: NewEvent, itemId?: ItemId): Promise<Written | WriteRefusal> {
    const own = this.#account.keeper?.own;
    if (!own) return "locked";
    if (own.log.stopped) return "stopped";
    const item = await own.log.outbox.write(event, "content", itemId);
    void own.sender.send();
    return { id: item };
  }

  async matchingWords(id: LogId): Promise<MatchingWords | CompareRefusal> {
    if (!this.#account.keeper) return "locked";
    const room = this.#room(id);
    return room ? wordsOf(room) : "no-such-room";
  }

  confirmWords(id: LogId, words: ReadonlyArray<string>): Promise<CompareRefusal | undefined> {
    return this.#compare(id, (expected) => compareWords(expected, words));
  }

  confirmScan(id: LogId, code: string): Promise<CompareRefusal | undefined> {
    return this.#compare(id, (expected) => compareCode(expected, code));
  }

  async #compare(
    id: LogId,
    compare: (expected: MatchingWords) => CompareRefusal | undefined,
  ): Promise<CompareRefusal | undefined> {
    const expected = await this.matchingWords(id);
    if (typeof expected === "string") return expected;
    const refused = compare(expected);
    const room = this.#room(id);
    const { keeper } = this.#account;
    if (!refused && room && keeper) await (await othersKeys()).noteCompared(keeper, room.other);
    return refused;
  }

  async readmit(id: LogId, history: boolean): Promise<boolean> {
    return (await this.#room(id)?.readmit(history)) ?? false;
  }

  async beginTogether(id: LogId, secret: Secret): Promise<BeginRefusal | undefined> {
    const { keeper } = this.#account;
    const room = this.#room(id);
    if (!keeper || !room) return keeper ? "no-such-room" : "locked";
    const { beginTogether } = await import("./account/lost/together.ts");
    return beginTogether(this.#account, keeper.own.notes, room, secret);
  }

  async signTexts(
    id: LogId,
    texts: ReadonlyArray<TextToSign>,
    secret: Secret,
  ): Promise<ReadonlyArray<string> | UnlockRefusal | CompareRefusal> {
    const room = this.#room(id);
    if (!room) return "no-such-room";
    if (room.parties.length !== 2) return "other-has-no-keys";
    return (await import("./account/fresh.ts")).signTexts(this.#account, room, texts, secret);
  }

  async proveItem(id: LogId, item: string): Promise<Uint8Array | "no-such-item"> {
    const room = this.#room(id);
    return (room && (await (await proving()).proofsOf(room, [item]))[0]) ?? "no-such-item";
  }

  async proveItems(id: LogId, items: ReadonlyArray<string>): Promise<ReadonlyArray<Uint8Array | undefined>> {
    const room = this.#room(id);
    return room ? (await proving()).proofsOf(room, items) : items.map(() => undefined);
  }

  async readProof(proof: Uint8Array, identity: string | undefined): Promise<ProofShown | ProofRefusal> {
    return (await import("./files/proof-shown.ts")).readProof(proof, identity);
  }

  fingerprint = (): ReturnType<LetterVault["fingerprint"]> => this.#letters.fingerprint();
  meetPerson: LetterVault["meetPerson"] = (...met) => this.#letters.meetPerson(...met);
  takeCompared: LetterVault["takeCompared"] = (...met) => this.#letters.takeCompared(...met);
  sealLetter: LetterVault["sealLetter"] = (letter) => this.#letters.sealLetter(letter);
  openLetter: LetterVault["openLetter"] = (letter) => this.#letters.openLetter(letter);

  async chooseErasing(id: LogId, yes: boolean, secret: Secret): Promise<ErasingRefusal | undefined> {
    if (!this.#account.keeper) return "locked";
    const room = this.#room(id);
    if (!room) return "no-such-room";
    const { chooseErasing } = await import("./account/choosing.ts");
    return chooseErasing(this.#account, room, yes, secret);
  }

  async commitCard(room: LogId, card: ItemId, text: string): Promise<CommittedCard | "locked"> {
    const session = this.#account.keeper?.session;
    return session ? commitTo(room, session.me, card, text) : "locked";
  }

  commonGround(room: LogId, step: GroundStep): Promise<GroundDone> {
    return takeGroundStep(this.#account.keeper, room, step);
  }

  async identity(): Promise<string | undefined> {
    const session = this.#account.keeper?.session;
    return session && hex(iskHashOf(session.iskPublic));
  }

  async heads(id: LogId): Promise<ReadonlyArray<string>> {
    const own = this.#account.keeper?.own;
    const verifier = own?.log.id === id ? own.log.verifier : this.#room(id)?.log.verifier;
    return verifier ? heads(verifier).map(hex) : [];
  }
}
