/** Every sentence about taking an address back. */
export const backText = {
  title: "Take your address back",
  lead: "This address counts again for your account, and every browser is signed out. Then sign in with it.",
  back: "Take it back",
  done: "Your address counts again",
  signIn: "Sign in",
  expired: "This link is used, or older than seven days, or the address belongs to another account by now.",
} as const;
