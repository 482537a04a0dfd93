/** Every sentence of the people of a programme. */
import type { RefusalOf } from "../../../values/operation.ts";
import type { Roles } from "../../../values/role.ts";
import type { PlaceAct, ShownState } from "./rules.ts";
import type { AddPerson, ChangePlace, CorrectPerson, RemovePerson } from "./schema.ts";

/** What may keep a manager from changing something. */
export type PeopleRefusal =
  | RefusalOf<typeof CorrectPerson>
  | RefusalOf<typeof ChangePlace>
  | RefusalOf<typeof RemovePerson>
  | RefusalOf<typeof AddPerson>;

/** One sentence for each refusal. */
export const refusalText: Readonly<Record<PeopleRefusal | "own-manager", string>> = {
  "address-in-use": "Somebody else in this programme has this address. Open their page, or type another address.",
  "joined-with-this-address": "They have joined with the address they have now, so it stays as it is.",
  "not-now": "This has changed meanwhile. Look at the page once more.",
  joined: "They have joined already, so they cannot be taken off the list. They can leave, and keep their rooms.",
  "own-manager": "This is the person's own address. Type their manager's, or leave it empty.",
};

/** Where somebody stands, in a word or two. */
export const stateText: Readonly<Record<ShownState, string>> = {
  added: "Not yet invited",
  invited: "Invited",
  expired: "Invitation ran out",
  enrolled: "Takes part",
  paused: "Resting",
  aside: "Not this time",
  left: "Left",
};

/** What each state means, for a person's page. */
export const stateMeans: Readonly<Record<ShownState, string>> = {
  added: "In the list. Nobody has written to them yet.",
  invited: "They have an invitation, and have not finished joining.",
  expired: "The invitation was not used in time. Send a new link, or extend the one they have.",
  enrolled: "They have joined, and can be matched.",
  paused: "They take part, and get no new suggestions for now. Their rooms stay open.",
  aside: "Not this time. They come back when they wish; their rooms stay open.",
  left: "They have left the programme.",
};

/** Acts on somebody's place. */
export const actText: Readonly<Record<PlaceAct, string>> = {
  pause: "Let them rest",
  resume: "Let them go on",
  leave: "They have left",
  "take-back": "Take it back",
};

/** Roles in a word or two. */
export function roleText(roles: Roles): string {
  if (roles.length === 2) return "Mentor and mentee";
  return roles[0] === "mentor" ? "Mentor" : "Mentee";
}

/** The list. */
export const listText = {
  title: "People",
  count: { one: "# person", other: "# people" },
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  importFile: "Import from a file",
  add: "Add one person",
  search: "Find somebody",
  searchHint: "Name, address, team or site",
  state: "Where they stand",
  role: "Taking part as",
  team: "Team",
  anyState: "Anywhere",
  anyRole: "Anyone",
  anyTeam: "Any team",
  both: "Mentor and mentee",
  mentor: "Mentor",
  mentee: "Mentee",
  clear: "Show everyone",
  caption: "People of this programme",
  choose: (name: string) => `Choose ${name}`,
  chooseHead: "Choose",
  chooseShown: { one: "Choose the one shown", other: "Choose all # shown" },
  draft: "The programme is a draft. A few points come before the first invitation.",
  draftAction: "Go through them",
  inviteAll: { one: "Invite # person", other: "Invite # people" },
  notAsked: { one: "# person has not been invited yet.", other: "# people have not been invited yet." },
  inviteChosen: { one: "Invite the one chosen", other: "Invite the # chosen" },
  inviteTitle: { one: "Invite # person?", other: "Invite # people?" },
  inviteWords:
    "Each gets a mail with a link of their own now. A mail cannot be taken back. An earlier link of theirs stops working.",
  inviteSure: { one: "Send # invitation", other: "Send # invitations" },
  inviteBack: "Not yet",
  unchoose: "Choose nobody",
  name: "Name",
  as: "As",
  where: "Team and site",
  stands: "Stands",
  until: (day: string) => `until ${day}`,
  none: "Nobody fits. Type fewer letters, or show everyone.",
  sent: { one: "One invitation is on its way.", other: "# invitations are on their way." },
  sentNone: "Nobody was invited: whoever takes part already needs no invitation.",
  empty: "Nobody is here yet",
  emptyHint:
    "Bring a file from your spreadsheet or HR system. You see everything that would happen before anything is written.",
  emptyExample: "name, email, role\nLina Virtanen, lina.virtanen@northwind.example, mentee",
} as const;

/** One person's page. */
export const personText = {
  back: "People",
  facts: "What the programme knows",
  factsHint: (name: string) => `${name} sees this and can correct it too.`,
  correct: "Correct",
  save: "Save",
  cancel: "Leave it as it is",
  saved: "Saved.",
  called: (name: string) => `Wants to be called ${name}`,
  name: "Name",
  email: "E-mail address",
  emailHint: "A new address ends the invitation that went to the old one.",
  roles: "Taking part as",
  team: "Team",
  site: "Site",
  level: "Level or grade",
  levelHint: "A whole number. Only the distance between two people counts.",
  levelWrong: "Type a whole number such as 4, or leave it empty.",
  manager: "Manager's e-mail address",
  managerIs: "Manager",
  managerHint: "People in one reporting line are never matched.",
  managerOutside: (email: string) => `${email} (not in this programme)`,
  unknown: "not known",
  invitation: "Invitation",
  sentOn: (day: string) => `Sent on ${day}`,
  worksUntil: (day: string) => `works until ${day}`,
  ranOut: (day: string) => `ran out on ${day}`,
  used: (day: string) => `used on ${day}`,
  invite: "Send an invitation",
  inviteAgain: "Send a new link",
  extend: "Extend by 14 days",
  extended: "The link in their mail works for 14 more days.",
  invited: "The invitation is on its way.",
  remove: "Take off the list",
  removeTitle: (name: string) => `Take ${name} off the list?`,
  removeHint: "They have not joined. A link that is on its way to them stops working. You can add them again.",
  leaveTitle: (name: string) => `Has ${name} left?`,
  keep: "Cancel",
  said: (name: string) => `What ${name} says`,
  saidHint: "The fields that the programme may read. What two people write in their room is not among them, ever.",
  notSaid: (name: string) => `${name} has not said anything yet.`,
  fromFile: "From your file",
  fromFileHint: (name: string) => `A beginning for ${name}'s profile. Nobody is shown it as if ${name} had said it.`,
  joinedOn: (day: string) => `Takes part since ${day}`,
  addTitle: "Add one person",
  addLead: "For one or two. For more, import a file.",
  add: "Add to the list",
  added: (name: string) => `${name} is in the list. Invite them when you are ready.`,
  nameMissing: "Type their name.",
  emailWrong: "Type an address such as ana@example.org.",
  rolesMissing: "Choose mentor, mentee or both.",
  faults: "Please look at these",
} as const;
