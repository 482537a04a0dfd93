// Made from programme.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** pm.launch: programme manager; launch checklist */
export const pmLaunch: Block<never> = {"id":"pm.launch","meta":"programme manager; launch checklist","pieces":[{"kind":"list","ordered":false,"items":[["What the programme is for, and what it is not, in five sentences that people may quote."],["The confidentiality text, read by someone who knows the law here; two named contacts who are not in each other’s line."],["Nobody is mentored by someone who decides about them."],["Taking part, leaving and declining a match cost nothing, and everyone is told so."],["Mentors have had an hour on listening, power and limits; mentees on leading their hour."],["Everyone has seen “What Oakroom can see”."],["No target, bonus or appraisal hangs on meetings, ratings or pulses."],["You know how and when it ends."]]}]};

/** pm.match: programme manager and participants */
export const pmMatch: Block<never> = {"id":"pm.match","meta":"programme manager and participants","pieces":[{"kind":"paragraph","words":["Matches are suggestions. Each one says why. Both people must say yes. Anyone can ask for another without giving a reason. A line manager, or anyone who decides about the other, is never suggested."]}]};

/** pm.invite: mentor card text */
export const pmInvite: Block<"programme" | "topics"> = {"id":"pm.invite","meta":"mentor card text","pieces":[{"kind":"paragraph","words":["Invited by ",{"value":"programme"}," as a mentor for ",{"value":"topics"},"."]}]};

/** pm.word: programme manager to a pair that might like a word */
export const pmWord: Block<never> = {"id":"pm.word","meta":"programme manager to a pair that might like a word","pieces":[{"kind":"paragraph","words":["“Hello, I see that you have not met for a while; I see nothing else. Can I make anything easier: time, another rhythm, another pair? No answer is fine too.”"]}]};

/** org.launch: organisation; before launch, beside pulse.org */
export const orgLaunch: Block<never> = {"id":"org.launch","meta":"organisation; before launch, beside pulse.org","pieces":[{"kind":"paragraph","words":["If fewer than half are in the good range for a part, mend that first or say openly that you know. A mentoring programme does not replace trust in the house; it borrows from it."]}]};

/** org.communicate: organisation */
export const orgCommunicate: Block<never> = {"id":"org.communicate","meta":"organisation","pieces":[{"kind":"paragraph","words":["Say what is decided, what is not yet decided and when it will be, and who was heard. Repeat it. What people are not told they will make up, and seldom to your advantage."]}]};

/** org.autonomy: organisation */
export const orgAutonomy: Block<never> = {"id":"org.autonomy","meta":"organisation","pieces":[{"kind":"paragraph","words":["Invite, do not assign. Let pairs choose time, place, rhythm and topics. Let people shape tasks around strengths. Do not ask what was said."]}]};

/** org.relationships: organisation */
export const orgRelationships: Block<never> = {"id":"org.relationships","meta":"organisation","pieces":[{"kind":"paragraph","words":["Give people time and occasions to meet across teams. Notice who is missing. Make it normal to be new, to be different, to ask."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "pm.launch": pmLaunch,
  "pm.match": pmMatch,
  "pm.invite": pmInvite,
  "pm.word": pmWord,
  "org.launch": orgLaunch,
  "org.communicate": orgCommunicate,
  "org.autonomy": orgAutonomy,
  "org.relationships": orgRelationships,
};
