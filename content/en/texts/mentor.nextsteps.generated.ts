// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.nextsteps: mentor; after the self-check, one for each sentence that stands out */
export const mentorNextsteps: Block<never> = {"id":"mentor.nextsteps","meta":"mentor; after the self-check, one for each sentence that stands out","pieces":[{"kind":"list","ordered":false,"items":[["Think of one thing that took you years and could take somebody else an hour. If none comes, wait until one does."],["Remember somebody who helped you and whom nobody thanked. What did they have of it?"],["Take a choice that you would not make, and practise saying: “Tell me how this is right for you.”"],["In the first meeting, ask three questions before you offer one idea."],["Keep doors out of it: while you are a pair, yours may open for them, theirs not for you."],["Do the part first that nobody sees: be on time, and keep a small promise."]]}]};
