/** Every sentence about what waits for an answer. */

/** The words of the list beside the timeline. */
export const waitsText = {
  title: "Waits for you",
  leave: (name: string, topic: string) => `${name} said “now”: ${topic}`,
  thought: (name: string, topic: string) => `${name} would say a thought: ${topic}`,
  upward: (name: string) => `${name} asks how the mentoring could be better`,
  heard: (name: string) => `${name} said back what they heard`,
  release: (name: string, to: string) =>
    to === "" ? `${name} asks to keep words of yours` : `${name} asks to show words of yours to ${to}`,
  part: (name: string) => `${name} suggested words for your agreement`,
} as const;
