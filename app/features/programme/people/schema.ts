/** The people of a programme, for its managers: the list, one person, corrections. */
import * as z from "zod/mini";
import { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { Roles } from "../../../values/role.ts";
import { EmailAddress, optionalLine, plainLine } from "../../../values/text.ts";
import { longestLine } from "./import/cells/rules.ts";
import { refuseFacts } from "./rules.ts";

/** Where somebody stands. */
export const PersonState = z.enum(["added", "invited", "enrolled", "paused", "aside", "left"]);

/** One person in the list. Texts that are not known are empty. */
export const ListedPerson = z.object({
  id: ParticipantId,
  name: z.string(),
  callName: z.string(),
  email: z.string(),
  roles: Roles,
  state: PersonState,
  team: z.string(),
  site: z.string(),
  /** Until when the newest invitation can be used; 0 where there is none, or where it was used. */
  invitedUntil: z.int(),
});
/** One person in the list. */
export type ListedPerson = z.infer<typeof ListedPerson>;

const inProgramme = z.strictObject({ programmeId: ProgrammeId });
const onePerson = z.strictObject({ programmeId: ProgrammeId, participantId: ParticipantId });

/** The list of a programme's people. */
export const PeopleList = z.object({
  programmeName: z.string(),
  /** True until the programme is open: then people can be invited. */
  isDraft: z.boolean(),
  /** True once it has ended: nobody is invited any more. */
  hasFinished: z.boolean(),
  /** For how many days the rooms of somebody who leaves now wait for a good ending. */
  leavingDays: z.int(),
  people: z.array(ListedPerson),
});
/** The list of a programme's people. */
export type PeopleList = z.infer<typeof PeopleList>;

/** All people of a programme, by name. */
export const ListPeople = operation({
  id: "listPeople",
  method: "GET",
  path: "/programmes/:programmeId/people",
  summary: "All people of a programme, with where each stands",
  params: inProgramme,
  answer: PeopleList,
});

/** A manager's address, or nothing. */
const ManagerAddress = z.union([z.literal(""), EmailAddress]);

const factFields = {
  name: plainLine(longestLine),
  email: EmailAddress,
  roles: Roles,
  team: optionalLine(longestLine),
  site: optionalLine(longestLine),
  level: z.nullable(z.int().check(z.gte(-9999), z.lte(9999))),
  managerEmail: ManagerAddress,
};

/** What the programme knows of somebody, as it can be typed and corrected. Empty texts mean unknown. */
export const PersonFacts = z
  .strictObject(factFields)
  .check(z.refine((facts) => refuseFacts(facts) === undefined, { path: ["managerEmail"] }));
/** What the programme knows of somebody. */
export type PersonFacts = z.infer<typeof PersonFacts>;

/** One person, as a manager may see them. A no to a proposal is not among it, in any form. */
export const PersonPage = z.object({
  id: ParticipantId,
  programmeName: z.string(),
  state: PersonState,
  callName: z.string(),
  facts: z.object({ ...factFields, email: z.string(), managerEmail: z.string() }),
  /** The manager's name, where they are among the people themselves. */
  managerName: z.string(),
  /** For what the programme says that it invited a mentor. */
  invitedFor: z.array(z.string()),
  joined: z.boolean(),
  addedAt: Instant,
  enrolledAt: z.nullable(Instant),
  /** For how many days their rooms would wait, if they left now. */
  leavingDays: z.int(),
  /** Somebody who left: until when that can be taken back, and their rooms wait. */
  leftUntil: z.nullable(Instant),
  invitation: z.nullable(z.object({ sentAt: Instant, expiresAt: Instant, usedAt: z.nullable(Instant) })),
  /** What the last file said beyond the facts, until the person has said it themself. */
  imported: z.nullable(
    z.object({
      timeZone: z.string(),
      languages: z.array(z.string()),
      offers: z.array(z.string()),
      goals: z.array(z.string()),
      limits: z.array(z.string()),
      capacity: z.nullable(z.int()),
      availability: z.string(),
    }),
  ),
});
/** One person, as a manager may see them. */
export type PersonPage = z.infer<typeof PersonPage>;

/** One person. */
export const ReadPerson = operation({
  id: "readPerson",
  method: "GET",
  path: "/programmes/:programmeId/people/:participantId",
  summary: "One person, as a programme manager may see them",
  params: onePerson,
  answer: PersonPage,
});

/** Adds one person by hand. The id is the client's; the same again changes nothing. */
export const AddPerson = operation({
  id: "addPerson",
  method: "POST",
  path: "/programmes/:programmeId/people",
  summary: "Add one person to a programme",
  params: inProgramme,
  body: z.strictObject({ id: ParticipantId, facts: PersonFacts }),
  refusals: ["address-in-use"],
});

/** Corrects what the programme knows of somebody. */
export const CorrectPerson = operation({
  id: "correctPerson",
  method: "PUT",
  path: "/programmes/:programmeId/people/:participantId",
  summary: "Correct what a programme knows of somebody",
  params: onePerson,
  body: PersonFacts,
  refusals: ["address-in-use", "joined-with-this-address"],
});

/** Lets somebody rest, go on, or go; or takes back that they left, as long as their rooms wait. */
export const ChangePlace = operation({
  id: "changePlace",
  method: "POST",
  path: "/programmes/:programmeId/people/:participantId/place",
  summary: "Let somebody rest, go on, or leave the programme",
  params: onePerson,
  body: z.strictObject({ act: z.enum(["pause", "resume", "leave", "take-back"]) }),
  refusals: ["not-now"],
});

/** Notes that several people left, all or nobody. Whoever had left stays as they are, and whoever is not in the programme is left out. */
export const NoteLeft = operation({
  id: "noteLeft",
  method: "POST",
  path: "/programmes/:programmeId/left",
  summary: "Note that several people left the programme",
  params: inProgramme,
  body: z.strictObject({ people: z.array(ParticipantId).check(z.minLength(1), z.maxLength(2000)) }),
  answer: z.object({ noted: z.int() }),
  bodyLimitBytes: 1024 * 1024,
});

/** Takes somebody off the list who has not joined yet. */
export const RemovePerson = operation({
  id: "removePerson",
  method: "DELETE",
  path: "/programmes/:programmeId/people/:participantId",
  summary: "Take somebody off the list who has not joined yet",
  params: onePerson,
  refusals: ["joined"],
});
