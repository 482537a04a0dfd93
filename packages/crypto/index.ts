/**
 * @oakroom/crypto: keys, sealed items, signed logs. Bytes in, bytes out; no screen, server or database.
 * Not audited. The formats stand above their code and in docs/protocol.md.
 *
 * An expected refusal is a word (a string where a value would be an object); a defect throws.
 */
export {
  type AgreementId,
  type Amk,
  type BundleHash,
  type Bytes,
  type CardId,
  type Commitment,
  type DeviceId,
  type DskKey,
  type DskPublic,
  type IekKey,
  type IekPublic,
  type IskHash,
  type IskKey,
  type IskPublic,
  type ItemId,
  type LetterId,
  type LogId,
  type Opening,
  type RecordHash,
  type Signature,
  type SlotId,
  type UserId,
  compare,
  equal,
  fromHex,
  hex,
  id,
  own,
  textOf,
  utf8,
  wipe,
} from "./values.ts";
export { type Unreadable, decode, encode } from "./cbor.ts";
export { type PackedChecks, type SignatureToCheck, answerChecks, mostChecks, packChecks } from "./checks.ts";
export { type DeviceKeys, type Iek, type SignatureCheck, makeDeviceKeys, verify } from "./curves.ts";
export {
  type Bundle,
  type BundleChange,
  type BundleFields,
  type BundleRefusal,
  type Device,
  type SuccessionRefusal,
  iskHashOf,
  makeFirstBundle,
  makeNextBundle,
  readIskHash,
  refuseSuccessor,
  verifyBundle,
} from "./bundle.ts";
export {
  type OpenDoor,
  type PasskeySecret,
  type SlotDoor,
  type SlotFacts,
  type SlotRefusal,
  type SlotSecret,
  type SlotType,
  type SlotUnreadable,
  isOpenDoor,
  kdfFloor,
  makeDoor,
  newAmk,
  openSlot,
  readPasskeySecret,
  readSlot,
  sealSlot,
  shutDoor,
} from "./slot.ts";
export { type ClosedFileRefusal, type ClosedFileUse, closeFile, openClosedFile } from "./closed-file.ts";
export {
  type RecoveryRefusal,
  type RecoverySecret,
  makeRecoverySecret,
  readRecoveryCode,
  recoveryGroups,
} from "./recovery.ts";
export {
  type Identity,
  type IdentitySecrets,
  type RingFacts,
  type RingRefusal,
  importIdentity,
  makeRing,
  newSecrets,
  openRing,
  withNewIek,
} from "./ring.ts";
export { type Place } from "./place.ts";
export {
  type Item,
  type ItemHeader,
  type ItemKind,
  type ItemRefusal,
  type LogKind,
  type OpenRefusal,
  type Opened,
  type SealedItem,
  maxPlaintextBytes,
  openItem,
  readItem,
  readItemHeader,
  sealItem,
  verifyItem,
} from "./item.ts";
export { type Epoch, type EpochKey, type EpochMember, readEpoch, verifyEpoch } from "./epoch.ts";
export { type AnnouncedEpoch, type EpochPlan, announceEpoch } from "./announce.ts";
export { type WrapFacts, type WrapRefusal, type WrapTarget, openWrap, readWrap, rewrap } from "./wrap.ts";
export { type ChainEnd, type Cut, type CutFields, makeCut, readCut, verifyCut } from "./cut.ts";
export { type Erasure, type ErasureFields, makeErasure, readErasure, verifyErasure } from "./erasure.ts";
export { type Founding, type FoundingFields, makeFounding, readFounding, verifyFounding } from "./founding.ts";
export { type Readmit, type ReadmitFields, makeReadmit, readReadmit, verifyReadmit } from "./readmit.ts";
export {
  type ProofExpectation,
  type ProofRefusal,
  type Proven,
  makeLongProof,
  makeProof,
  verifyProof,
} from "./proof.ts";
export {
  type AgreementBytes,
  type AgreementFields,
  type AgreementSignature,
  agreementBytes,
  inForce,
  signAgreement,
  verifyAgreement,
} from "./agree.ts";
export {
  type CardPlace,
  type Reveal,
  cardCommitment,
  commitCard,
  decodeReveal,
  encodeReveal,
  opensCard,
} from "./card.ts";
export type { GroundPlace, GroundRefusal } from "./ground.ts";
export { loadGround } from "./ground-load.ts";
export type { Pairing, PairingAsked, PairingRequest, PairingSecret, PairingWordsRefusal } from "./pairing.ts";
export { loadPairing } from "./pairing-load.ts";
export {
  type AddressRecord,
  type AddressUse,
  type Disowning,
  type PasskeyRecord,
  type Renewal,
  type SlotRemoval,
  makeAddressRecord,
  makeDisowning,
  makePasskeyRecord,
  makeRenewal,
  makeSlotRemoval,
  readAddressRecord,
  readDisowning,
  readKeysChange,
  readPasskeyRecord,
  readRenewal,
  readSlotRemoval,
  signKeysChange,
} from "./keys-change.ts";
export {
  type LetterExpectation,
  type LetterFacts,
  type LetterRefusal,
  type LetterWriter,
  type OpenedLetter,
  maxLetterBytes,
  openLetter,
  readLetter,
  sealLetter,
} from "./letter.ts";
export { type Person, fingerprintWords, matchingWords, wordList, wordNumbers, wordsAgree } from "./words.ts";
export { type PassphraseRefusal, generatePassphrase, minPassphraseLength, refusePassphrase } from "./passphrase.ts";
export { normalPassphrase } from "./passphrase-form.ts";
export { type Content, type SealedEvent, decodeContent, encodeEvent } from "./event.ts";
export { type JoinRefusal, type PartToSeal, joinParts, splitContent } from "./parts.ts";
export { openFromSelf, sealToSelf } from "./outbox.ts";
export type { AsideReason, CutRefusal, Log, LogRecord, RejectReason, Undone, Verdict, Verified } from "./log-types.ts";
export { startLog } from "./log-state.ts";
export { readRecord, takeRecords } from "./log-take.ts";
export { takeBundle, takeCut } from "./log-bundles.ts";
export {
  bundleOf,
  currentEpoch,
  cutPlan,
  epochDue,
  closedUpTo,
  epochOf,
  epochPlan,
  foldOrder,
  hasAll,
  heads,
  nextPlace,
  readmitPlan,
} from "./log-view.ts";
export { restoreLog, saveLog, saveVerified } from "./log-save.ts";
