/** The page for an address that leads nowhere. */
export const lostText = {
  title: "This page is not here",
  lead: "The address may be mistyped, or what was here is no longer yours to see.",
  home: "Go to Home",
} as const;
