/** What comes before the first invitation: a programme is a draft until it is done (P88). */

/** The points that a manager marks. */
export const ownPoints = ["mentors", "mentees", "statement"] as const;
/** The points in their order; that contacts are named is looked up. */
export const launchPoints = [...ownPoints, "contacts"] as const;
/** One point of the checklist. */
export type LaunchPoint = (typeof launchPoints)[number];

/** Why a programme cannot be opened yet, or a point not be changed any more. `text.ts` has one sentence for each. */
export type LaunchRefusal = "not-all-done" | "launched";

/** Decides whether a programme may open; `undefined` means that it may. */
export function refuseLaunch(done: ReadonlyArray<LaunchPoint>): "not-all-done" | undefined {
  return launchPoints.every((point) => done.includes(point)) ? undefined : "not-all-done";
}
