// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.reflect: mentor; after the self-check; giving is the mean of the first three sentences, getting of the last three: giving at least 1 above, closer than that, getting higher */
export const mentorReflect: Block<never> = {"id":"mentor.reflect","meta":"mentor; after the self-check; giving is the mean of the first three sentences, getting of the last three: giving at least 1 above, closer than that, getting higher","pieces":[{"kind":"list","ordered":false,"items":[["You know what you are here for."],["Giving and getting are close, and both are human. Write down what you will do when they pull apart."],["Just now getting weighs more. Talk to a colleague first, start later, or help the programme in another way."]]}]};
