/** What is said after signing out. */
export const signedOutText = {
  done: "You are signed out, and your rooms are locked here.",
  offline: "Your rooms are locked here. There is no connection just now, so you are still signed in.",
} as const;
