/** One's own place in a programme: what was imported about me, and what I say of myself. */
import * as z from "zod/mini";
import { ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { operation } from "../../../values/operation.ts";
import { Roles } from "../../../values/role.ts";
import { EmailAddress, optionalLine, plainLine, plainText } from "../../../values/text.ts";
import { isAvailability, limitsOf } from "./rules.ts";
import { readTimeZone } from "./time-zone/rules.ts";

/** One thing somebody can help with, and where they learned it. */
export const Help = z.strictObject({ topic: plainLine(limitsOf.topic), learned: optionalLine(limitsOf.learned) });

const topics = z.array(plainLine(limitsOf.topic)).check(z.maxLength(limitsOf.topics));

const profileFields = {
  helpWith: z.array(Help).check(z.maxLength(limitsOf.topics)),
  limits: topics,
  decidesAbout: topics,
  wishes: topics,
  languages: z.array(plainLine(limitsOf.language)).check(z.maxLength(limitsOf.topics)),
  timeZone: z.string().check(
    z.maxLength(64),
    z.refine((text) => text === "" || readTimeZone(text) !== undefined),
  ),
  availability: z.string().check(z.maxLength(300), z.refine(isAvailability)),
  capacity: z.int().check(z.gte(0), z.lte(limitsOf.places)),
  why: optionalLine(limitsOf.why),
  setback: plainText(limitsOf.setback),
  setbackReaders: z.enum(["pair", "suggested", "programme"]),
};

/** What somebody says of themselves. May be incomplete: what is missing is asked for when they enrol. */
export const Profile = z.strictObject(profileFields);

/** What some reader may see of somebody: fields that they may not read are not there. */
export const ProfileSeen = z.partial(
  z.object({
    name: z.string(),
    callName: z.string(),
    email: z.string(),
    roles: Roles,
    team: z.string(),
    site: z.string(),
    level: z.string(),
    managerEmail: z.string(),
    invitedFor: z.array(z.string()),
    helpWith: z.array(z.object({ topic: z.string(), learned: z.string() })),
    limits: z.array(z.string()),
    decidesAbout: z.array(z.string()),
    wishes: z.array(z.string()),
    languages: z.array(z.string()),
    timeZone: z.string(),
    availability: z.string(),
    capacity: z.int(),
    why: z.string(),
    setback: z.string(),
  }),
);
/** What some reader may see of somebody. */
export type ProfileSeen = z.infer<typeof ProfileSeen>;

/** What was imported about somebody and can be corrected by them. Empty texts mean unknown. */
export const AboutMe = z.strictObject({
  name: plainLine(limitsOf.fact),
  team: optionalLine(limitsOf.fact),
  site: optionalLine(limitsOf.fact),
  level: z.nullable(z.int().check(z.gte(-9999), z.lte(9999))),
  managerEmail: z.union([z.literal(""), EmailAddress]),
});
/** What was imported about somebody and can be corrected by them. */
export type AboutMe = z.infer<typeof AboutMe>;

const params = z.strictObject({ programmeId: ProgrammeId });

/** One's own place in a programme. */
export const MyPlace = z.object({
  participantId: ParticipantId,
  programmeId: ProgrammeId,
  programmeName: z.string(),
  state: z.enum(["added", "invited", "enrolled", "paused", "aside"]),
  roles: Roles,
  email: z.string(),
  callName: z.string(),
  about: AboutMe,
  /** Topics for which the programme has invited a mentor, in its own words. */
  invitedFor: z.array(z.string()),
  /** What I say of myself; before the first saving what I said in the programme before, or what was imported, ready to be corrected. */
  profile: z.object(profileFields),
  /** The programme before, where the profile is what I said there and nobody here has seen it yet. */
  saidIn: z.optional(z.string()),
  /** False until the profile was saved for the first time. */
  saved: z.boolean(),
  hasKeys: z.boolean(),
});
/** One's own place in a programme. */
export type MyPlace = z.infer<typeof MyPlace>;

/** Reads one's own place. */
export const ReadMyPlace = operation({
  id: "readMyPlace",
  method: "GET",
  path: "/programmes/:programmeId/me",
  summary: "My place in a programme: what was imported about me, and my profile",
  params,
  answer: MyPlace,
});

/** Saves the name, the corrections and the profile at once. Whoever is enrolled cannot make it incomplete. */
export const SaveProfile = operation({
  id: "saveProfile",
  method: "PUT",
  path: "/programmes/:programmeId/me",
  summary: "Save my profile and my corrections of what was imported",
  params,
  body: z.strictObject({ callName: optionalLine(limitsOf.callName), about: AboutMe, profile: Profile }),
  refusals: ["incomplete", "own-manager"],
});

/** Lets oneself rest and go on, step back ("not this time") and come back, or go. No act takes a reason. */
export const ChangeMyPlace = operation({
  id: "changeMyPlace",
  method: "POST",
  path: "/programmes/:programmeId/me/place",
  summary: "Rest, go on, step back, come back, or leave a programme",
  params,
  body: z.strictObject({ act: z.enum(["pause", "resume", "step-back", "come-back", "leave"]) }),
  refusals: ["not-now"],
});
