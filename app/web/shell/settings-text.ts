/** The settings page. */
export const settingsText = {
  title: "Settings on this device",
  theme: "Light or dark",
  themes: { system: "As this device is set", light: "Light", dark: "Dark" },
  keys: "Single keys",
  keysOn: "Use single keys, such as ? for the list of keys",
  keysHint: "Switch them off if you speak to your device.",
  mails: "Mails and nudges",
  changes: "What managers changed about you",
  devices: "My devices, passkeys and recovery code",
  lock: "Your rooms on this device",
  lockHint: "Locking closes them here until you unlock again. You stay signed in.",
  lockButton: "Lock now",
  locked: "Your rooms are locked on this device.",
  everywhere: "Signed in elsewhere",
  everywhereHint: "For a lost device: signs out every browser, this one too. Your rooms stay as they are.",
  everywhereButton: "Sign out everywhere",
  everywhereTitle: "Sign out everywhere?",
  everywhereWords:
    "Every browser locks your rooms as soon as it reaches Oakroom. To come back you need a mail, then your passphrase or recovery code.",
  everywhereSure: "Sign out on every browser",
  everywhereBack: "Stay signed in",
} as const;
