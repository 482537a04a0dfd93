/** How much may be shown and answered, so that nobody's inbox is filled. */

/** The most that somebody may show to contacts. */
export const mostDisclosures = 100;
/** The most answers to one disclosure. */
export const mostAnswers = 20;
/** The longest letter as base64url. */
export const longestSealed = 480_000;
/** The longest answer as base64url. */
export const longestAnswer = 24_000;
