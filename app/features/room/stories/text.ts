/** Every sentence of the forms for stories. */
export const storiesText = {
  keep: "Keep it for myself",
  kept: "Kept in your own log, for you alone.",
  tell: (name: string) => `Tell it to ${name}`,
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
