/** Every sentence of the forms for stories. */
export const storiesText = {
  keep: "Keep it for myself",
  kept: "Kept in “My drawer”, for you alone.",
  tell: (name: string) => `Tell it to ${name}`,
  lead: "One of the four is enough.",
  nothing: "Write something to one of the four.",
  mine: "Stories you kept",
  open: "Take this one",
  remove: "Take it away",
  removed: "Taken away.",
  echo: "Two or three sentences, then back to them",
  echoStart: "I have been somewhere near that. ",
  echoEnd: " What is different for you?",
  echoSend: "Put it into the room",
} as const;
