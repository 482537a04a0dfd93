/** How much the programme says of a mentor, and what of it a mentor's own words could be. */

/** How many topics one sentence holds. */
export const mostTopics = 6;
/** How long a topic may be, in signs. */
export const topicSigns = 120;

/** The topics that a mentor offers, as far as one sentence holds them; the manager decides whether to say so. */
export function topicsFrom(offered: ReadonlyArray<string>): ReadonlyArray<string> {
  return [...new Set(offered)].filter((topic) => topic.length <= topicSigns).slice(0, mostTopics);
}
