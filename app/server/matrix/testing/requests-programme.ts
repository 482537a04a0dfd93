/** Requests about a programme and the people in it. */
import { usualCriteria } from "../../../features/programme/matching/criteria/rules.ts";
import { aProfile } from "../../../features/programme/people/testing.ts";
import { facts, settings, upload } from "./bodies.ts";
import { ask, newId, person, programme, type Request } from "./asking.ts";

const otherCriteria = { ...usualCriteria, commonHours: 2 };

/** A programme, its people and its matching. */
export const programmeRequests = {
  readProgramme: programme,
  changeProgramme: (asking) => ({ ...programme(asking), body: settings }),
  askProgramme: (asking) => ({
    ...programme(asking),
    body: { askId: newId(asking), kind: "another-match", words: "" },
  }),
  readWaiting: programme,
  listMyAsks: programme,
  removeAsk: (asking) => ({ params: { programmeId: asking.target.programmeId, askId: newId(asking) } }),
  listAsks: programme,
  takeAsk: ask,
  answerAsk: (asking) => ({ ...ask(asking), body: { answer: "We will look for somebody." } }),
  readReminders: programme,
  remind: (asking) => ({ ...programme(asking), body: { kind: "suggestions" } }),
  readLaunch: programme,
  markLaunchPoint: (asking) => ({ ...programme(asking), body: { point: "mentors", done: true } }),
  launchProgramme: programme,
  finishProgramme: (asking) => ({ ...programme(asking), body: { lastDay: "2027-06-30" } }),
  takeFinishBack: programme,
  makeNextProgramme: (asking) => ({
    ...programme(asking),
    body: {
      nextId: newId(asking),
      name: "Spring mentoring",
      timing: { kind: "rolling" },
      adultsOnly: true,
      contactsApart: true,
    },
  }),
  listContinuing: programme,
  addContinuing: (asking) => ({
    ...programme(asking),
    body: { people: [{ id: newId(asking), earlier: newId(asking), roles: ["mentor"] }], pairs: [] },
  }),
  listManagers: programme,
  inviteManager: (asking) => ({
    ...programme(asking),
    body: { invitationId: newId(asking), name: "New Manager", email: "new.manager@northwind.example" },
  }),
  withdrawManagerInvitation: ({ target: { programmeId, managerInvitationId } }) => ({
    params: { programmeId, invitationId: managerInvitationId },
  }),
  removeManager: ({ target: { programmeId, managerId } }) => ({ params: { programmeId, accountId: managerId } }),
  listChanges: programme,
  readProgrammeFacts: programme,
  listPeople: programme,
  addPerson: (asking) => ({ ...programme(asking), body: { id: newId(asking), facts: facts("new@northwind.example") } }),
  previewImport: (asking) => ({ ...programme(asking), body: upload }),
  runImport: (asking) => ({
    ...programme(asking),
    body: { ...upload, importId: newId(asking), expected: { added: 1, changed: 0, refused: 0 } },
  }),
  readImport: ({ target: { programmeId, importId } }) => ({ params: { programmeId, importId } }),
  invite: (asking) => ({ ...programme(asking), body: { requestId: newId(asking), people: "not-yet-asked" } }),
  noteLeft: (asking) => ({ ...programme(asking), body: { people: [newId(asking)] } }),
  listPairs: programme,
  listKnownPairs: programme,
  readContacts: programme,
  askContacts: (asking) => ({ ...programme(asking), body: { requestId: newId(asking) } }),
  changeContact: (asking) => ({ ...programme(asking), body: { act: "be-ready" } }),

  readPerson: person,
  correctPerson: (asking) => ({ ...person(asking), body: facts(asking.target.pair.mentee.email) }),
  writeInvitedFor: (asking) => ({ ...person(asking), body: { topics: ["first teams"] } }),
  dropKnownPair: person,
  changePlace: (asking) => ({ ...person(asking), body: { act: "pause" } }),
  removePerson: person,
  extendInvitation: ({ target: { programmeId, invitedId } }) => ({ params: { programmeId, participantId: invitedId } }),
  readMyPlace: programme,
  saveProfile: (asking) => ({
    ...programme(asking),
    body: { callName: "", about: { name: "Me", team: "", site: "", level: null, managerEmail: "" }, profile: aProfile },
  }),
  changeMyPlace: (asking) => ({ ...programme(asking), body: { act: "pause" } }),
  enrol: programme,

  readCriteria: programme,
  tryCriteria: (asking) => ({ ...programme(asking), body: { criteria: otherCriteria } }),
  changeCriteria: (asking) => ({ ...programme(asking), body: { criteria: otherCriteria, was: usualCriteria } }),
  readMyWishes: programme,
  saveMyWishes: (asking) => ({
    ...programme(asking),
    body: { wished: ["wished.for@northwind.example"], avoided: ["ruled.out@northwind.example"] },
  }),
  readMatchingBoard: programme,
  makeMatchDraft: (asking) => ({
    ...programme(asking),
    body: { draftId: newId(asking), insteadOf: asking.target.drafts.open },
  }),
  acceptMatchDraft: ({ target: { programmeId, drafts } }) => ({
    params: { programmeId, draftId: drafts.tried },
    body: { insteadOf: drafts.open },
  }),
  sendMatchDraft: ({ target: { programmeId, drafts } }) => ({ params: { programmeId, draftId: drafts.open } }),
  listMatchRounds: programme,
  compareMatchRounds: ({ target: { programmeId, drafts } }) => ({
    params: { programmeId, draftId: drafts.open },
    query: { with: drafts.open },
  }),
  readMentorChoices: person,
  answerSuggestion: ({ target: { matchId } }) => ({ params: { matchId }, body: { answer: "yes" } }),
  declareSuggestionConflict: ({ target: { matchId } }) => ({ params: { matchId } }),
} as const satisfies Readonly<Record<string, Request>>;
