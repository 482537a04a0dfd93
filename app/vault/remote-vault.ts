/** The vault from afar: every method of its interface, asked through messages. */
import type { PageEvent } from "../features/room/state/documents.ts";
import type { LiveFact } from "../features/room/log/schema.ts";
import type { NewEvent } from "../features/room/state/schema.ts";
import { ItemId, type LogId, makeUuid } from "../values/id.ts";
import type { GroundStep } from "./exchange.ts";
import type { Asker } from "./rpc.ts";
import type { NewPasskey, Secret, UnlockingPasskey } from "./secrets.ts";
import type { OwnView, PageDraft, RoomView, TextToSign, TimelineWindow, Unwatch, Vault, VaultStatus } from "./vault.ts";

function newItemId(): ItemId {
  return ItemId.parse(makeUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
}

const nothing = () => undefined;

async function watching<Refusal>(asked: Promise<Unwatch | "refused">, refusal: Refusal): Promise<Unwatch | Refusal> {
  const answer = await asked;
  return answer === "refused" ? refusal : answer;
}

/** Makes a vault of an asker. */
export function remoteVault(asker: Asker): Vault {
  return {
    watchStatus: (listener: (status: VaultStatus) => void) =>
      watching(asker.watch("watchStatus", [], listener), nothing),
    watchFacts: (listener: (fact: LiveFact) => void) => watching(asker.watch("watchFacts", [], listener), nothing),
    suggestPassphrase: () => asker.call("suggestPassphrase"),
    refusePassphrase: (passphrase: string, own?: ReadonlyArray<string>) =>
      asker.call("refusePassphrase", passphrase, own),
    enrol: (first: string | UnlockingPasskey) => asker.call("enrol", first),
    recoveryGroupsToConfirm: () => asker.call("recoveryGroupsToConfirm"),
    confirmRecoveryGroups: (groups: ReadonlyArray<string>) => asker.call("confirmRecoveryGroups", groups),
    unlock: (secret: Secret) => asker.call("unlock", secret),
    lock: () => asker.call("lock"),
    replacePassphrase: (secret: Secret, passphrase: string) => asker.call("replacePassphrase", secret, passphrase),
    replaceRecoveryCode: (secret: Secret) => asker.call("replaceRecoveryCode", secret),
    waysToUnlock: () => asker.call("waysToUnlock"),
    signPasskey: (secret: Secret, passkey: NewPasskey) => asker.call("signPasskey", secret, passkey),
    openWithPasskey: (secret: Secret, passkey: UnlockingPasskey) => asker.call("openWithPasskey", secret, passkey),
    signPasskeyRemoval: (secret: Secret, id: string) => asker.call("signPasskeyRemoval", secret, id),
    devices: () => asker.call("devices"),
    rooms: () => asker.call("rooms"),
    watchRoom: (room: LogId, listener: (view: RoomView) => void) =>
      watching(asker.watch("watchRoom", [room], listener), "no-such-room"),
    watchPage: (room: LogId, page: ItemId, listener: (pieces: ReadonlyArray<PageEvent>) => void) =>
      watching(asker.watch("watchPage", [room, page], listener), "no-such-room"),
    pageDrafts: (page: ItemId, mine?: PageDraft) => asker.call("pageDrafts", page, mine),
    timeline: (room: LogId, window: TimelineWindow) => asker.call("timeline", room, window),
    search: (words: string, room?: LogId) => asker.call("search", words, room),
    // The id is made here, so that asking another tab once more, after the first one closed, writes nothing twice.
    write: (room: LogId, event: NewEvent, id = newItemId()) => asker.call("write", room, event, id),
    watchOwn: (listener: (view: OwnView) => void) => watching(asker.watch("watchOwn", [], listener), "locked"),
    ownTimeline: (window: TimelineWindow) => asker.call("ownTimeline", window),
    writeOwn: (event: NewEvent, id = newItemId()) => asker.call("writeOwn", event, id),
    matchingWords: (room: LogId) => asker.call("matchingWords", room),
    confirmWords: (room: LogId, words: ReadonlyArray<string>) => asker.call("confirmWords", room, words),
    confirmScan: (room: LogId, code: string) => asker.call("confirmScan", room, code),
    signTexts: (room: LogId, texts: ReadonlyArray<TextToSign>, secret: Secret) =>
      asker.call("signTexts", room, texts, secret),
    commitCard: (room: LogId, card: ItemId, text: string) => asker.call("commitCard", room, card, text),
    commonGround: (room: LogId, step: GroundStep) => asker.call("commonGround", room, step),
    proveItem: (room: LogId, item: string) => asker.call("proveItem", room, item),
    proveItems: (room: LogId, items: ReadonlyArray<string>) => asker.call("proveItems", room, items),
    readProof: (proof: Uint8Array, identity: string | undefined) => asker.call("readProof", proof, identity),
    identity: () => asker.call("identity"),
    heads: (log: LogId) => asker.call("heads", log),
  };
}
