/**
 * The screens that are opened now and then, and those of managers: one line each, as in routes.ts. This part of the table is
 * fetched with the first of them, so a new screen belongs here unless people come by it every day.
 */
import { route, type ScreenRoute } from "./route.ts";

/** The lines that the first script does without. */
export const moreRoutes: ReadonlyArray<ScreenRoute> = [
  // For everyone
  route("/help/when", "public", () => import("./standing/when.tsx").then((m) => m.When)),
  route("/who-could-read", "public", () => import("./standing/who-could-read.tsx").then((m) => m.WhoCouldRead)),
  route("/what-oakroom-can-see", "public", () =>
    import("../../features/programme/transparency/what-oakroom-can-see.tsx").then((m) => m.WhatOakroomCanSee),
  ),
  route("/evidence", "public", () =>
    import("../../features/programme/evidence/evidence.tsx").then((m) => m.EvidencePage),
  ),
  route("/verify", "public", () => import("../../features/room/releases/verify/verify.tsx").then((m) => m.Verify)),
  route("/erased", "public", () =>
    import("../../features/programme/my-data/account-erased.tsx").then((m) => m.AccountErased),
  ),
  route("/address-back", "public", () =>
    import("../../features/programme/addresses/back/back.tsx").then((m) => m.AddressBack),
  ),
  route("/manage", "public", () =>
    import("../../features/programme/managers/accept.tsx").then((m) => m.AcceptManaging),
  ),
  route("/set-up", "public", () =>
    import("../../features/programme/programmes/set-up/set-up.tsx").then((m) => m.SetUpPage),
  ),

  // For oneself
  route("/prepare/:programmeId/check", "own", () =>
    import("../../features/programme/preparation/checks/self-check.tsx").then((m) => m.SelfCheck),
  ),
  route("/mails", "own", () => import("../../features/room/nudges/mails/mails.tsx").then((m) => m.Mails)),
  route("/calendar", "own", () => import("../../features/programme/calendar/calendar.tsx").then((m) => m.Calendar)),
  route("/my-data", "own", () => import("./my-data.tsx").then((m) => m.MyDataPage)),
  route("/waiting/:programmeId", "own", () =>
    import("../../features/programme/matching/waiting/waiting.tsx").then((m) => m.Waiting),
  ),
  route("/how-suggestions/:programmeId", "own", () =>
    import("../../features/programme/matching/criteria/how-page.tsx").then((m) => m.HowSuggestionsAreMade),
  ),
  route("/wishes/:programmeId", "own", () =>
    import("../../features/programme/matching/wishes/wishes.tsx").then((m) => m.WishesPage),
  ),
  route("/leaving/:programmeId", "own", () =>
    import("../../features/programme/leaving/leaving.tsx").then((m) => m.Leaving),
  ),
  route("/ask/:programmeId", "own", () => import("../../features/programme/asks/ask.tsx").then((m) => m.Ask)),
  route("/changes", "own", () => import("../../features/programme/changes/mine.tsx").then((m) => m.ChangesAboutMe)),
  route("/addresses", "own", () => import("../../features/room/keys/addresses/addresses.tsx").then((m) => m.Addresses)),
  route("/keys/lost", "own", () => import("../../features/room/keys/lost/lost.tsx").then((m) => m.BeginAnew)),
  route("/keys/not-me", "own", () => import("../../features/room/keys/lost/not-me.tsx").then((m) => m.NotMe)),
  route("/keys/add", "own", () => import("../../features/room/keys/pairing/add-device.tsx").then((m) => m.AddDevice)),
  route("/contact", "own", () => import("../../features/room/showing/contact/contact.tsx").then((m) => m.ContactHome)),
  route("/contact/:disclosureId", "own", () =>
    import("../../features/room/showing/contact/letter.tsx").then((m) => m.ShownToMe),
  ),

  route("/rooms/:roomId/begin-again", "own", () =>
    import("../../features/room/keys/lost/together/together.tsx").then((m) => m.BeginTogether),
  ),

  // For managers: "/programmes/:programmeId/…", with a name for the bar as the last word
  route(
    "/programmes/:programmeId",
    "manager",
    () => import("../../features/programme/programmes/overview.tsx").then((m) => m.ProgrammeOverview),
    "Programme",
  ),
  route("/programmes/:programmeId/contacts", "manager", () =>
    import("../../features/programme/contacts/contacts.tsx").then((m) => m.Contacts),
  ),
  route("/programmes/:programmeId/settings", "manager", () =>
    import("../../features/programme/programmes/settings.tsx").then((m) => m.ProgrammeSettingsPage),
  ),
  route("/programmes/:programmeId/asks", "manager", () =>
    import("../../features/programme/asks/inbox.tsx").then((m) => m.AskInbox),
  ),
  route("/programmes/:programmeId/reminders", "manager", () =>
    import("../../features/programme/reminders/reminders.tsx").then((m) => m.Reminders),
  ),
  route("/programmes/:programmeId/launch", "manager", () =>
    import("../../features/programme/launch/launch.tsx").then((m) => m.Launch),
  ),
  route("/programmes/:programmeId/finish", "manager", () =>
    import("../../features/programme/finish/finish.tsx").then((m) => m.Finish),
  ),
  route("/programmes/:programmeId/next", "manager", () =>
    import("../../features/programme/next/next.tsx").then((m) => m.NextProgramme),
  ),
  route("/programmes/:programmeId/continuing", "manager", () =>
    import("../../features/programme/next/continuing.tsx").then((m) => m.Continuing),
  ),
  route("/programmes/:programmeId/managers", "manager", () =>
    import("../../features/programme/managers/managers.tsx").then((m) => m.Managers),
  ),
  route("/programmes/:programmeId/changes", "manager", () =>
    import("../../features/programme/changes/changes.tsx").then((m) => m.Changes),
  ),
  route(
    "/programmes/:programmeId/people",
    "manager",
    () => import("../../features/programme/people/people.tsx").then((m) => m.People),
    "People",
  ),
  route("/programmes/:programmeId/people/import", "manager", () =>
    import("../../features/programme/people/import/import.tsx").then((m) => m.ImportPeople),
  ),
  route("/programmes/:programmeId/people/add", "manager", () =>
    import("../../features/programme/people/person/add-person.tsx").then((m) => m.AddPerson),
  ),
  route("/programmes/:programmeId/people/:participantId", "manager", () =>
    import("../../features/programme/people/person/person.tsx").then((m) => m.Person),
  ),
  route(
    "/programmes/:programmeId/matching",
    "manager",
    () => import("../../features/programme/matching/board.tsx").then((m) => m.MatchingBoard),
    "Matching",
  ),
  route("/programmes/:programmeId/matching/rounds", "manager", () =>
    import("../../features/programme/matching/rounds/rounds.tsx").then((m) => m.RoundsPage),
  ),
  route("/programmes/:programmeId/criteria", "manager", () =>
    import("../../features/programme/matching/criteria/criteria.tsx").then((m) => m.CriteriaPage),
  ),
  route(
    "/programmes/:programmeId/pairs",
    "manager",
    () => import("../../features/programme/relationships/pairs.tsx").then((m) => m.Pairs),
    "Pairs",
  ),
];
