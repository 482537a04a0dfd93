/** What stands below the sign-in form. */

/** What stands below the sign-in form. */
export const belowText = {
  passkey: "Sign in with a passkey",
  asking: "Your browser asks you now.",
  /** Also true for whoever holds the device without being its owner: it says nothing of who did it. */
  ended:
    "You were signed out on this device. That happens after a time without a visit, or from another device of yours.",
  trust: "What people write in their rooms is sealed on their own devices before it reaches this server.",
  see: "What Oakroom can see",
} as const;
