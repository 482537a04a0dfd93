// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** mentor.motives: mentor; private self-check, nothing is stored */
export const mentorMotives: Block<never> = {"id":"mentor.motives","meta":"mentor; private self-check, nothing is stored","pieces":[{"kind":"paragraph","words":["How true is this for you?"]},{"kind":"list","ordered":false,"items":[["I would like to hand on something that I had to learn the hard way."],["I enjoy watching someone grow, even if nobody knows of my part in it."],["I would be content if my mentee chose a path that I would not choose."],["I am looking for people who listen to my ideas."],["I hope my mentee can open doors for me, to people or to knowledge in their area."],["Being a mentor would look good where I work."]]}]};
