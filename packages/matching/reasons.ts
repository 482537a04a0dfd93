import { distanceOf } from "./distance.ts";
import { commonLanguages, isSameTeam, isSameWord } from "./eligibility.ts";
import type { Mentee, Mentor } from "./people.ts";
import { commonHours, sharedTopics } from "./score.ts";
import type { Terms } from "./terms.ts";

/** Why two people may suit each other: facts and the words each wrote, for sentences made elsewhere. */
export type Reason =
  | { readonly kind: "topic"; readonly mentee: string; readonly mentor: string }
  | { readonly kind: "common-hours"; readonly hours: number }
  | { readonly kind: "languages"; readonly languages: ReadonlyArray<string> }
  | { readonly kind: "same-site"; readonly site: string }
  | { readonly kind: "level-distance"; readonly levels: number; readonly above?: "mentor" | "mentee" | undefined }
  /** Both named topics, and none is the same. */
  | { readonly kind: "no-common-topic" }
  /** Both gave hours, and none suits both. */
  | { readonly kind: "no-common-hours" }
  | { readonly kind: "different-team" }
  | { readonly kind: "no-reporting-line" };

/**
 * Lists what speaks for a pair, what matters most first, then what is known to be missing, then the rules that were met.
 * Says nothing of wishes, points or other people, so both may read all of it.
 */
export function reasons(mentee: Mentee, mentor: Mentor, terms: Terms): ReadonlyArray<Reason> {
  const found: Reason[] = sharedTopics(mentee, mentor, terms).map((topic) => ({ kind: "topic", ...topic }));
  const noTopic = found.length === 0 && mentee.topics.length > 0 && mentor.offers.length > 0;
  const hours = commonHours(mentee, mentor, terms);
  if (hours !== undefined && hours > 0) found.push({ kind: "common-hours", hours });
  const languages = commonLanguages(mentee, mentor);
  if (languages.length > 0) found.push({ kind: "languages", languages });
  if (mentor.site !== undefined && isSameWord(mentee.site, mentor.site))
    found.push({ kind: "same-site", site: mentor.site });
  const distance = distanceOf(mentee, mentor, terms);
  if (distance) found.push({ kind: "level-distance", ...distance });
  if (noTopic) found.push({ kind: "no-common-topic" });
  if (hours === 0) found.push({ kind: "no-common-hours" });
  if (mentee.team && mentor.team && !isSameTeam(mentee, mentor)) found.push({ kind: "different-team" });
  if (!terms.lines.isInLine(mentee.id, mentor.id)) found.push({ kind: "no-reporting-line" });
  return found;
}
