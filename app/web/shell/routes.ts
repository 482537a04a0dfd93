/**
 * Every screen of Oakroom: one line each. To add one, write the path, who may see it, and how to fetch it; the parts of
 * the path arrive as the screen's props. A screen is a chunk of its own (at most 25 kB). The first line that matches wins.
 */
import { route, type ScreenRoute } from "./route.ts";

/** The route table. */
export const routes: ReadonlyArray<ScreenRoute> = [
  // For everyone
  route("/help", "public", () => import("./standing/help.tsx").then((m) => m.Help)),
  route("/help/when", "public", () => import("./standing/when.tsx").then((m) => m.When)),
  route("/how-sessions-work", "public", () =>
    import("./standing/how-sessions-work.tsx").then((m) => m.HowSessionsWork),
  ),
  route("/who-could-read", "public", () => import("./standing/who-could-read.tsx").then((m) => m.WhoCouldRead)),
  route("/what-oakroom-can-see", "public", () =>
    import("../../features/programme/transparency/what-oakroom-can-see.tsx").then((m) => m.WhatOakroomCanSee),
  ),
  route("/verify", "public", () => import("../../features/room/releases/verify/verify.tsx").then((m) => m.Verify)),
  route("/address-back", "public", () =>
    import("../../features/programme/addresses/back/back.tsx").then((m) => m.AddressBack),
  ),
  route("/join", "public", () => import("../../features/programme/invitations/join.tsx").then((m) => m.Join)),
  route("/manage", "public", () =>
    import("../../features/programme/managers/accept.tsx").then((m) => m.AcceptManaging),
  ),
  route("/set-up", "public", () =>
    import("../../features/programme/programmes/set-up/set-up.tsx").then((m) => m.SetUpPage),
  ),

  // For oneself
  route("/", "own", () => import("./home.tsx").then((m) => m.Home), "Home"),
  route(
    "/profile",
    "own",
    () => import("../../features/programme/profile/profile.tsx").then((m) => m.Profiles),
    "Profile",
  ),
  route("/profile/:programmeId", "own", () =>
    import("../../features/programme/profile/profile.tsx").then((m) => m.Profile),
  ),
  route(
    "/suggestions",
    "own",
    () => import("../../features/programme/matching/proposals/suggestions.tsx").then((m) => m.SuggestionsPage),
    "Suggestions",
  ),
  route("/prepare/:programmeId", "own", () =>
    import("../../features/programme/preparation/preparation.tsx").then((m) => m.Preparation),
  ),
  route("/prepare/:programmeId/check", "own", () =>
    import("../../features/programme/preparation/checks/self-check.tsx").then((m) => m.SelfCheck),
  ),
  route("/settings", "own", () => import("./settings.tsx").then((m) => m.Settings)),
  route("/mails", "own", () => import("../../features/room/nudges/mails/mails.tsx").then((m) => m.Mails)),
  route("/calendar", "own", () => import("../../features/programme/calendar/calendar.tsx").then((m) => m.Calendar)),
  route("/my-data", "own", () => import("../../features/programme/my-data/my-data.tsx").then((m) => m.MyData)),
  route("/waiting/:programmeId", "own", () =>
    import("../../features/programme/matching/waiting/waiting.tsx").then((m) => m.Waiting),
  ),
  route("/ask/:programmeId", "own", () => import("../../features/programme/asks/ask.tsx").then((m) => m.Ask)),
  route("/changes", "own", () => import("../../features/programme/changes/mine.tsx").then((m) => m.ChangesAboutMe)),
  route("/addresses", "own", () => import("../../features/room/keys/addresses/addresses.tsx").then((m) => m.Addresses)),
  route("/keys/lost", "own", () => import("../../features/room/keys/lost/lost.tsx").then((m) => m.BeginAnew)),
  route("/keys/not-me", "own", () => import("../../features/room/keys/lost/not-me.tsx").then((m) => m.NotMe)),
  route("/keys", "own", () => import("../../features/room/keys/keys.tsx").then((m) => m.Keys)),
  route("/keys/add", "own", () => import("../../features/room/keys/pairing/add-device.tsx").then((m) => m.AddDevice)),

  route("/contact", "own", () => import("../../features/room/showing/contact/contact.tsx").then((m) => m.ContactHome)),
  route("/contact/:disclosureId", "own", () =>
    import("../../features/room/showing/contact/letter.tsx").then((m) => m.ShownToMe),
  ),

  // A room
  route("/rooms/:roomId", "own", () => import("../../features/room/timeline/timeline.tsx").then((m) => m.Timeline)),
  route("/rooms/:roomId/sessions", "own", () =>
    import("../../features/room/sessions/sessions.tsx").then((m) => m.Sessions),
  ),
  route("/rooms/:roomId/sessions/find", "own", () =>
    import("../../features/room/sessions/dates/find-date.tsx").then((m) => m.FindDate),
  ),
  route("/rooms/:roomId/sessions/:sessionId/move", "own", () =>
    import("../../features/room/sessions/dates/find-date.tsx").then((m) => m.FindDate),
  ),
  route("/rooms/:roomId/agreement", "own", () =>
    import("../../features/room/agreement/agreement.tsx").then((m) => m.Agreement),
  ),
  route("/rooms/:roomId/goals", "own", () => import("../../features/room/goals/goals.tsx").then((m) => m.Goals)),
  route("/rooms/:roomId/commitments", "own", () => import("../../features/room/goals/goals.tsx").then((m) => m.Goals)),
  route("/rooms/:roomId/common-ground", "own", () =>
    import("../../features/room/common-ground/common-ground.tsx").then((m) => m.CommonGround),
  ),
  route("/rooms/:roomId/context", "own", () =>
    import("../../features/room/context/context.tsx").then((m) => m.Context),
  ),
  route("/rooms/:roomId/feedback", "own", () =>
    import("../../features/room/feedback/feedback.tsx").then((m) => m.Feedback),
  ),
  route("/rooms/:roomId/good-moments", "own", () =>
    import("../../features/room/celebrations/moments.tsx").then((m) => m.Moments),
  ),
  route("/rooms/:roomId/hopes", "own", () => import("../../features/room/hopes/hopes.tsx").then((m) => m.Hopes)),
  route("/rooms/:roomId/words", "own", () => import("../../features/room/words/words.tsx").then((m) => m.Words)),
  route("/rooms/:roomId/off-limits", "own", () =>
    import("../../features/room/offlimits/offlimits.tsx").then((m) => m.Offlimits),
  ),
  route("/rooms/:roomId/about", "own", () => import("../../features/room/partner/about.tsx").then((m) => m.About)),
  route("/rooms/:roomId/pages", "own", () => import("../../features/room/pages/pages.tsx").then((m) => m.Pages)),
  route("/rooms/:roomId/pages/:pageId", "own", () =>
    import("../../features/room/pages/page.tsx").then((m) => m.PageScreen),
  ),
  route("/rooms/:roomId/more", "own", () => import("../../features/room/ending/more.tsx").then((m) => m.More)),
  route("/rooms/:roomId/more/:page", "own", () =>
    import("../../features/room/ending/places.tsx").then((m) => m.Places),
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
  route(
    "/programmes/:programmeId/pairs",
    "manager",
    () => import("../../features/programme/relationships/pairs.tsx").then((m) => m.Pairs),
    "Pairs",
  ),

  // Steps in full screen
  route("/enrol/:programmeId", "step", () => import("./enrol.tsx").then((m) => m.Enrol)),
  route("/rooms/:roomId/sessions/:sessionId/:step", "step", () =>
    import("../../features/room/sessions/steps/session.tsx").then((m) => m.Session),
  ),
];
