/**
 * The screens that most people open, one line each; all others stand in more-routes.ts. To add one, write the path, who may
 * see it, and how to fetch it; the parts of the path arrive as the screen's props. A screen is a chunk of its own (at most
 * 25 kB). The first line that matches wins.
 */
import { route, type ScreenRoute } from "./route.ts";

/** The lines that the first script carries. */
export const routes: ReadonlyArray<ScreenRoute> = [
  // For everyone
  route("/help", "public", () => import("./standing/help.tsx").then((m) => m.Help)),
  route("/how-sessions-work", "public", () =>
    import("./standing/how-sessions-work.tsx").then((m) => m.HowSessionsWork),
  ),
  route("/join", "public", () => import("../../features/programme/invitations/join.tsx").then((m) => m.Join)),

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
  route("/settings", "own", () => import("./settings.tsx").then((m) => m.Settings)),
  route("/keys", "own", () => import("../../features/room/keys/keys.tsx").then((m) => m.Keys)),

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

  // Steps in full screen
  route("/enrol/:programmeId", "step", () => import("./enrol.tsx").then((m) => m.Enrol)),
  route("/rooms/:roomId/sessions/:sessionId/:step", "step", () =>
    import("../../features/room/sessions/steps/session.tsx").then((m) => m.Session),
  ),
];
