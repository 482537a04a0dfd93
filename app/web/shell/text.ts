/** What the frame and the standing pages say. */
export const shellText = {
  skip: "Skip to the page",
  help: "Help and safety",
  menu: "Menu",
  menuOf: (name: string) => `Menu of ${name}`,
  rooms: "Your rooms",
  programmes: "Programmes you manage",
  more: "Oakroom",
  settings: "Settings on this device",
  keys: "Keys",
  how: "How sessions work",
  see: "What Oakroom can see",
  read: "Who could still read it?",
  signIn: "Sign in",
  signOut: "Sign out",
  manager: "You cannot see room contents",
  offline: "You are offline.",
  away: "Oakroom cannot be reached just now.",
  offlineLine: "What is on this device can be read, and what you write goes out once there is a connection.",
  loading: "Loading the page",
} as const;

/** Pages for what went wrong. */
export const troubleText = {
  home: "Go to Home",
  failedTitle: "This page stopped working",
  failedLead:
    "The fault is ours, and nothing you did is lost on the server. What you were typing is kept below until you leave.",
  failedPlain: "The fault is ours, and nothing you did is lost on the server.",
  failedPress: "That did not work, and the fault is ours. Try it again; if it stays, tell whoever runs this Oakroom.",
  again: "Open the page again",
  kept: "What you were typing",
  copy: "Copy",
  copied: "Copied.",
  codeTitle: "This page could not be fetched",
  codeLead:
    "You may be offline, or Oakroom has just been renewed on the server. Load the page again; what you typed is kept below until then.",
  reload: "Load again",
} as const;

/** Home, before a relationship puts its own things there. */
export const homeText = {
  hello: (part: "morning" | "afternoon" | "evening", name: string) => `Good ${part}, ${name}`,
} as const;
