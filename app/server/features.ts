/** Every feature's routes and jobs, in one place; `main`, tests and the demo start the same server. Part of `server/main` in the import rules. */
import type { Features } from "./run.ts";

/** What this server serves. */
export const features: Features = {
  routes: [],
  jobs: () => [],
};
