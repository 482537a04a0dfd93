/**
 * Every screen of Oakroom: one line each. To add one, write the path, who may see it, and how to fetch it; the parts of
 * the path arrive as the screen's props. A screen is a chunk of its own (at most 25 kB). The first line that matches wins.
 */
import { route, type ScreenRoute } from "./route.ts";

/** The route table. */
export const routes: ReadonlyArray<ScreenRoute> = [
  // For everyone
  route("/help", "public", () => import("./standing/help.tsx").then((m) => m.Help)),
  route("/how-sessions-work", "public", () =>
    import("./standing/how-sessions-work.tsx").then((m) => m.HowSessionsWork),
  ),
  route("/who-could-read", "public", () => import("./standing/who-could-read.tsx").then((m) => m.WhoCouldRead)),
  route("/what-oakroom-can-see", "public", () =>
    import("../../features/programme/transparency/what-oakroom-can-see.tsx").then((m) => m.WhatOakroomCanSee),
  ),

  // For oneself
  route("/", "own", () => import("./home.tsx").then((m) => m.Home), "Home"),
  route("/settings", "own", () => import("./settings.tsx").then((m) => m.Settings)),

  // For managers: "/programmes/:programmeId/…", with a name for the bar as the last word

  // Steps in full screen
];
