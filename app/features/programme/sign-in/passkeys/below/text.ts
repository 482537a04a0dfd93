/** What stands below the sign-in form. */

/** What stands below the sign-in form. */
export const belowText = {
  passkey: "Sign in with a passkey",
  asking: "Your browser asks you now.",
  trust: "What people write in their rooms is sealed on their own devices before it reaches this server.",
  see: "What Oakroom can see",
} as const;
