/** The vault from afar: every method of its interface, asked through messages. */
import type { PageEvent } from "../features/room/state/documents.ts";
import type { LiveFact } from "../features/room/log/schema.ts";
import type { NewEvent } from "../features/room/state/schema.ts";
import { ItemId, type LogId, makeUuid } from "../values/id.ts";
import type { Asker, CallName } from "./rpc.ts";
import type { KeyVault } from "./secrets.ts";
import type { OwnView, RoomView, Unwatch, Vault, VaultStatus } from "./vault.ts";

function newItemId(): ItemId {
  return ItemId.parse(makeUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10))));
}

const nothing = () => undefined;

async function watching<Refusal>(asked: Promise<Unwatch | "refused">, refusal: Refusal): Promise<Unwatch | Refusal> {
  const answer = await asked;
  return answer === "refused" ? refusal : answer;
}

/** Makes a method that passes on whatever it is given. */
type Ask = <Answer>(method: CallName) => (...args: ReadonlyArray<unknown>) => Promise<Answer>;

function keysOf(ask: Ask): KeyVault {
  return {
    suggestPassphrase: ask("suggestPassphrase"),
    refusePassphrase: ask("refusePassphrase"),
    enrol: ask("enrol"),
    beginAnew: ask("beginAnew"),
    loss: ask("loss"),
    cancelAnew: ask("cancelAnew"),
    forgetHere: ask("forgetHere"),
    recoveryGroupsToConfirm: ask("recoveryGroupsToConfirm"),
    confirmRecoveryGroups: ask("confirmRecoveryGroups"),
    unlock: ask("unlock"),
    lock: ask("lock"),
    replacePassphrase: ask("replacePassphrase"),
    replaceRecoveryCode: ask("replaceRecoveryCode"),
    waysToUnlock: ask("waysToUnlock"),
    signPasskey: ask("signPasskey"),
    openWithPasskey: ask("openWithPasskey"),
    signPasskeyRemoval: ask("signPasskeyRemoval"),
    signAddress: ask("signAddress"),
    checkSecret: ask("checkSecret"),
    devices: ask("devices"),
    devicesSeen: ask("devicesSeen"),
    keyNames: ask("keyNames"),
    nameKey: ask("nameKey"),
    keyNews: ask("keyNews"),
    seeKeyNews: ask("seeKeyNews"),
    notePasskey: ask("notePasskey"),
    offerPairing: ask("offerPairing"),
    pairingGuest: ask("pairingGuest"),
    admitGuest: ask("admitGuest"),
    askPairing: ask("askPairing"),
    joinPairing: ask("joinPairing"),
    endPairing: ask("endPairing"),
    signOutDevice: ask("signOutDevice"),
    retireDevice: ask("retireDevice"),
  };
}

/** Makes a vault of an asker. */
export function remoteVault(asker: Asker): Vault {
  const ask: Ask =
    (method) =>
    (...args) =>
      asker.call(method, ...args);
  return {
    watchStatus: (listener: (status: VaultStatus) => void) =>
      watching(asker.watch("watchStatus", [], listener), nothing),
    watchFacts: (listener: (fact: LiveFact) => void) => watching(asker.watch("watchFacts", [], listener), nothing),
    ...keysOf(ask),
    rooms: ask("rooms"),
    watchRoom: (room: LogId, listener: (view: RoomView) => void) =>
      watching(asker.watch("watchRoom", [room], listener), "no-such-room"),
    watchPage: (room: LogId, page: ItemId, listener: (pieces: ReadonlyArray<PageEvent>) => void) =>
      watching(asker.watch("watchPage", [room, page], listener), "no-such-room"),
    pageDrafts: ask("pageDrafts"),
    timeline: ask("timeline"),
    search: ask("search"),
    // The id is made here, so that asking another tab once more, after the first one closed, writes nothing twice.
    write: (room: LogId, event: NewEvent, id = newItemId()) => asker.call("write", room, event, id),
    watchOwn: (listener: (view: OwnView) => void) => watching(asker.watch("watchOwn", [], listener), "locked"),
    ownTimeline: ask("ownTimeline"),
    writeOwn: (event: NewEvent, id = newItemId()) => asker.call("writeOwn", event, id),
    matchingWords: ask("matchingWords"),
    confirmWords: ask("confirmWords"),
    confirmScan: ask("confirmScan"),
    readmit: ask("readmit"),
    beginTogether: ask("beginTogether"),
    signTexts: ask("signTexts"),
    chooseErasing: ask("chooseErasing"),
    commitCard: ask("commitCard"),
    commonGround: ask("commonGround"),
    proveItem: ask("proveItem"),
    proveItems: ask("proveItems"),
    readProof: ask("readProof"),
    fingerprint: ask("fingerprint"),
    meetPerson: ask("meetPerson"),
    takeCompared: ask("takeCompared"),
    sealLetter: ask("sealLetter"),
    openLetter: ask("openLetter"),
    identity: ask("identity"),
    heads: ask("heads"),
  };
}
