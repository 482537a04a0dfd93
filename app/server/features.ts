/** Every feature's routes and jobs, in one place; `main`, tests and the demo start the same server. Part of `server/main` in the import rules. */
import { signInJobs } from "../features/programme/sign-in/jobs.ts";
import { signInRoutes } from "../features/programme/sign-in/routes.ts";
import type { Features } from "./run.ts";

/** What this server serves. */
export const features: Features = {
  routes: [signInRoutes],
  jobs: (app, mailer) => [...signInJobs(app, mailer)],
};
