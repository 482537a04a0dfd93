/** The settings page. */
export const settingsText = {
  title: "Settings on this device",
  lead: "The first two hold for this browser alone.",
  theme: "Light or dark",
  themes: { system: "As this device is set", light: "Light", dark: "Dark" },
  keys: "Single keys",
  keysOn: "Use single keys, such as ? for the list of keys",
  keysHint: "Switch them off if you speak to your device, or press keys by accident.",
  mails: "Mails and nudges",
  lock: "Your rooms on this device",
  lockHint: "Closes what is open here until your passphrase is typed again. You stay signed in; nothing is lost.",
  lockButton: "Lock now",
  locked: "Your rooms are locked on this device.",
  everywhere: "Signed in elsewhere",
  everywhereHint:
    "If a device is lost, sign out on every browser at once, this one included. What is in your rooms stays; you come back by a mail.",
  everywhereButton: "Sign out everywhere",
  everywhereTitle: "Sign out everywhere?",
  everywhereWords:
    "Every browser is signed out, and locks your rooms as soon as it reaches Oakroom. To read them again you need a mail, then your passphrase or your recovery code.",
  everywhereSure: "Sign out on every browser",
  everywhereBack: "Stay signed in",
} as const;
