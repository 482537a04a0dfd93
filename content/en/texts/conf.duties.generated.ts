// Made from confidentiality.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** conf.duties: both, mentor first; first meeting, short form in the room */
export const confDuties: Block<never> = {"id":"conf.duties","meta":"both, mentor first; first meeting, short form in the room","pieces":[{"kind":"paragraph","words":["Some roles carry a duty to act. Tick what is true for you and say it aloud before any story is told."]},{"kind":"list","ordered":false,"items":[["I manage people and must act when I learn of harassment or discrimination."],["I must pass on serious safety risks."],["I am bound by rules of a profession (for example health care, law, teaching, finance)."],["I am a director or officer of this organisation."],["I have a safeguarding role."],["I take part in decisions about my mentee (appraisal, hiring, grants, grades). If so: tell the programme now and ask for another pair."],["None of these that I know of."]]}]};
