// Made from the answers that are declared: see README.md. A new field is a decision about who may see it.
import type { OperationId } from "./operations.ts";

/** The fields of each answer; whoever the matrix lets through sees all of them, and nothing else leaves. */
export const fields = {
  acceptInvitation: "programmeId",
  acceptMatchDraft: "",
  addPasskey: "",
  addPerson: "",
  announceEpoch: "generation number",
  answerDisclosure: "",
  answerPairing: "",
  answerSuggestion: "relationshipId",
  appendEntry: "generation number",
  askContacts: "asked",
  askPairing: "",
  askPasskeyChallenge: "challenge",
  askToSignIn: "",
  beginAnew: "enrolled",
  beginPasskey: "challenge owner",
  cancelAnew: "",
  changeContact: "",
  changeMyPlace: "",
  changePlace: "",
  changeProgramme: "",
  checkSetUp: "",
  correctPerson: "",
  declareConflict: "",
  declareSuggestionConflict: "",
  disclose: "",
  dropKnownPair: "",
  endDevice: "",
  endPairing: "",
  endRelationship: "",
  enrol: "",
  enrolKeys: "enrolled",
  extendInvitation: "expiresAt",
  invite: "invited",
  listChanges: "changes[].about[] changes[].act changes[].by changes[].changeId changes[].madeAt changes[].others more",
  listChangesAboutMe:
    "changes[].aboutMe changes[].act changes[].by changes[].changeId changes[].madeAt changes[].manager changes[].programmeName",
  listDevices: "devices[].deviceId devices[].isSignedIn devices[].seenOn",
  listDisclosures:
    "received[].disclosureId received[].programmeId received[].senderName received[].sentAt received[].takenUpAt sent[].answers[].answerId sent[].answers[].sealed sent[].answers[].sentAt sent[].bundles[] sent[].contactId sent[].disclosureId sent[].sentAt sent[].takenUpAt",
  listKnownPairs:
    "pairs[].mentee.name pairs[].mentee.participantId pairs[].mentor.name pairs[].mentor.participantId pairs[].waitsFor",
  listLogs:
    "generation logs[].gone logs[].kind logs[].lastEpoch logs[].lastNumber logs[].logId logs[].members[] logs[].open",
  listOfferedContacts: "contacts[].accountId contacts[].bundles[] contacts[].email contacts[].name",
  listPairs:
    "pairs[].endedOn pairs[].firstMeetingHeld pairs[].mayLikeAWord pairs[].mentee.name pairs[].mentee.participantId pairs[].mentor.name pairs[].mentor.participantId pairs[].relationshipId pairs[].state",
  listPasskeys: "passkeys[].createdAt passkeys[].credential passkeys[].id",
  listPeople:
    "people[].callName people[].email people[].id people[].invitedUntil people[].name people[].roles[] people[].site people[].state people[].team programmeName",
  listRelationships:
    "relationships[].agreementAgreed relationships[].confidentialityVariant relationships[].confidentialityWording relationships[].contacts[].email relationships[].contacts[].name relationships[].endedOn relationships[].firstMeetingHeld relationships[].myHours.availability relationships[].myHours.timeZone relationships[].myRole relationships[].nextSession.lengthMinutes relationships[].nextSession.startsAt relationships[].nextSession.timeZone relationships[].partner.accountId relationships[].partner.availability relationships[].partner.name relationships[].partner.participantId relationships[].partner.role relationships[].partner.timeZone relationships[].partner.whyIAmHere relationships[].programmeId relationships[].programmeName relationships[].reasons[].above relationships[].reasons[].hours relationships[].reasons[].kind relationships[].reasons[].languages[] relationships[].reasons[].levels relationships[].reasons[].mentee relationships[].reasons[].mentor relationships[].reasons[].site relationships[].relationshipId relationships[].rhythmDays relationships[].roomId relationships[].startedAt relationships[].state",
  listSuggestions:
    "closed[].closedAt closed[].matchId closed[].name open[].answered open[].closesAt open[].known open[].matchId open[].myRole open[].other.accountId open[].other.participantId open[].other.seen.availability open[].other.seen.callName open[].other.seen.capacity open[].other.seen.decidesAbout[] open[].other.seen.email open[].other.seen.helpWith[].learned open[].other.seen.helpWith[].topic open[].other.seen.invitedFor[] open[].other.seen.languages[] open[].other.seen.level open[].other.seen.limits[] open[].other.seen.managerEmail open[].other.seen.name open[].other.seen.roles[] open[].other.seen.setback open[].other.seen.site open[].other.seen.team open[].other.seen.timeZone open[].other.seen.why open[].other.seen.wishes[] open[].programmeId open[].programmeName open[].reasons[].above open[].reasons[].hours open[].reasons[].kind open[].reasons[].languages[] open[].reasons[].levels open[].reasons[].mentee open[].reasons[].mentor open[].reasons[].site waiting[].programmeId waiting[].programmeName waiting[].roles[]",
  listenLive: "(events)",
  makeMatchDraft:
    "changes.after.placed changes.after.points changes.before.placed changes.before.points changes.moves[].from changes.moves[].mentee changes.moves[].to state",
  muteMail: "",
  offerPairing: "",
  pauseRelationship: "",
  previewImport:
    "added changed empty faultCount faults[].column faults[].header faults[].line faults[].otherLine faults[].seen faults[].suggestion faults[].through[] faults[].weight faults[].word pairs people[].change people[].email people[].fields[] people[].line people[].mentor people[].name people[].roles[] refusedLines[] stopped unchanged",
  putBundle: "",
  putCadence: "",
  putErasure: "erased",
  putMailSettings: "",
  putRing: "",
  putSlot: "",
  putWakeUps: "",
  readBundles: "(cbor)",
  readCadence:
    "agreementAgreed heldOn[] nextSession.lengthMinutes nextSession.startsAt nextSession.timeZone rhythmDays",
  readContacts: "contacts[].email contacts[].fingerprint contacts[].name contacts[].state programmeName",
  readDisclosure: "sealed sender.bundles[] sender.name senderId sentAt takenUpAt",
  readDisclosurePerson: "bundles[] name",
  readEntries: "(cbor)",
  readFormerKeys: "(cbor)",
  readGap: "asksMe endsOn fineUntil.mine fineUntil.theirs mayLikeAWord",
  readHealth: "engine status version",
  readIdentities: "(cbor)",
  readImport: "of result.added result.changed result.pairs result.refused result.unchanged state written",
  readInterface: "*",
  readInvitation: "expiresAt name organisationName programmeId programmeName roles[]",
  readLoss: "begunAt mayCancel",
  readMailSettings: "hours.from hours.to muted[] quietUntil timeZone wakeUpDays[] wakeUps",
  readMatchingBoard:
    "asked[].askedAt asked[].closesAt asked[].matchId asked[].mentee.name asked[].mentee.participantId asked[].mentor.name asked[].mentor.participantId asked[].state draft.draftId draft.gone draft.keptApart[].mentee draft.keptApart[].mentor draft.letGo[].mentee draft.letGo[].mentor draft.madeAt draft.morePlaces[].mentor draft.morePlaces[].people draft.newcomers draft.number draft.pairsChecked draft.pairs[].mentee draft.pairs[].mentor draft.pairs[].pinned draft.pairs[].reasons[].above draft.pairs[].reasons[].hours draft.pairs[].reasons[].kind draft.pairs[].reasons[].languages[] draft.pairs[].reasons[].levels draft.pairs[].reasons[].mentee draft.pairs[].reasons[].mentor draft.pairs[].reasons[].site draft.tookMs draft.waiting[].cause.kind draft.waiting[].cause.mentees[] draft.waiting[].cause.mentors[] draft.waiting[].cause.places draft.waiting[].cause.without[].mentors draft.waiting[].cause.without[].rule draft.waiting[].mentee freePlaces looking mentees[].called mentees[].id mentees[].name mentees[].site mentees[].team mentors[].called mentors[].id mentors[].name mentors[].places mentors[].site mentors[].taken mentors[].team notJoined programmeName",
  readMe:
    "accountId contactIn[].programmeId contactIn[].programmeName contactIn[].state email hasKeys manages[].programmeId manages[].programmeName name participations[].contacts[].email participations[].contacts[].fingerprint participations[].contacts[].name participations[].managers[].email participations[].managers[].name participations[].participantId participations[].programmeId participations[].programmeName participations[].roles[] participations[].state",
  readMentorChoices:
    "choices[].mentor choices[].reasons[].above choices[].reasons[].hours choices[].reasons[].kind choices[].reasons[].languages[] choices[].reasons[].levels choices[].reasons[].mentee choices[].reasons[].mentor choices[].reasons[].site choices[].refused",
  readMyKeys: "(cbor)",
  readMyPlace:
    "about.level about.managerEmail about.name about.site about.team callName email hasKeys invitedFor[] participantId profile.availability profile.capacity profile.decidesAbout[] profile.helpWith[].learned profile.helpWith[].topic profile.languages[] profile.limits[] profile.setback profile.setbackReaders profile.timeZone profile.why profile.wishes[] programmeId programmeName roles[] saved state",
  readPairing: "(cbor)",
  readPartner:
    "availability callName capacity decidesAbout[] email helpWith[].learned helpWith[].topic invitedFor[] languages[] level limits[] managerEmail name roles[] setback site team timeZone why wishes[]",
  readPerson:
    "addedAt callName enrolledAt facts.email facts.level facts.managerEmail facts.name facts.roles[] facts.site facts.team id imported.availability imported.capacity imported.goals[] imported.languages[] imported.limits[] imported.offers[] imported.timeZone invitation.expiresAt invitation.sentAt invitation.usedAt joined managerName profile.availability profile.callName profile.capacity profile.decidesAbout[] profile.email profile.helpWith[].learned profile.helpWith[].topic profile.invitedFor[] profile.languages[] profile.level profile.limits[] profile.managerEmail profile.name profile.roles[] profile.setback profile.site profile.team profile.timeZone profile.why profile.wishes[] programmeName state",
  readProgramme:
    "contacts[].email contacts[].name counts.pairs.ended counts.pairs.live counts.pairs.paused counts.pairs.proposed counts.people.added counts.people.aside counts.people.enrolled counts.people.invited counts.people.left counts.people.paused mayLikeAWord name organisation programmeId someMayLikeAWord timing.endsOn timing.kind timing.startsOn variant wording",
  readProgrammeFacts:
    "contacts[].email contacts[].name name organisation programmeId timing.endsOn timing.kind timing.startsOn variant wording",
  readSite: "organisation origin originIsSecure",
  readWraps: "(cbor)",
  remindPartner: "",
  removePasskey: "",
  removePerson: "",
  removeSlot: "",
  replaceWrap: "",
  resumeRelationship: "",
  runImport: "added changed pairs refused unchanged",
  saveProfile: "",
  sayFine: "",
  seeDevice: "",
  sendMatchDraft: "closesAt pairs people",
  setUp: "programmeId",
  signInWithCode: "signedIn",
  signInWithLink: "signedIn",
  signInWithPasskey: "signedIn",
  signOut: "",
  signOutEverywhere: "",
  takePairing: "(cbor)",
  takeUpDisclosure: "",
} as const satisfies Readonly<Record<OperationId, string>>;
