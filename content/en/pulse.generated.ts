// Made from pulse.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** pulse.pair: mentee version and mentor version; T1 to T5; scale: 1 not true, 2 a little true, 3 partly true, 4 mostly true, 5 fully true, or "cannot say" for one of the five */
export const pulsePair: Block<never> = {"id":"pulse.pair","meta":"mentee version and mentor version; T1 to T5; scale: 1 not true, 2 a little true, 3 partly true, 4 mostly true, 5 fully true, or \"cannot say\" for one of the five","pieces":[{"kind":"paragraph","words":["Mentee version"]},{"kind":"list","ordered":false,"items":[["T1 (ability) What my mentor knows and can do is of use for what I want to learn."],["T2 (goodwill) My mentor wishes me well, also when there is nothing in it for them."],["T3 (integrity) When my mentor promises something, I can count on it, or I hear in time that it will not work."],["T4 (safety) I can show my mentor a mistake or a doubt without fearing what they then think of me."],["T5 (confidence) I am sure that what I tell my mentor goes no further without my yes."]]},{"kind":"paragraph","words":["Mentor version"]},{"kind":"list","ordered":false,"items":[["T1 My mentee is able to make something of what we work on."],["T2 My mentee treats me and my time with goodwill."],["T3 My mentee does what we agreed, or tells me in time."],["T4 I can tell my mentee about a failure of mine, or say that I do not know."],["T5 I am sure that what I tell my mentee goes no further without my yes."]]},{"kind":"paragraph","words":["Scoring: sum of five (5 to 25); one “cannot say” is filled with the person’s own mean, rounded, on the device; two or more and the sheet is not sent. Steady 20 to 25, mixed 15 to 19, fragile 5 to 14."]}]};

/** pulse.org: everyone invited to the programme; O1 to O9; same scale */
export const pulseOrg: Block<never> = {"id":"pulse.org","meta":"everyone invited to the programme; O1 to O9; same scale","pieces":[{"kind":"list","ordered":false,"items":[["O1 (communication) We hear about decisions that concern us before the rumours arrive."],["O2 (communication) When something is not decided yet, we are told just that."],["O3 (communication) If I ask an awkward question here, I get an honest answer."],["O4 (autonomy) I can settle for myself how I do my daily work."],["O5 (autonomy) My work is looked at for what comes out, not step by step."],["O6 (autonomy) There is room here to shape my tasks around what I am good at."],["O7 (relationships) Time for getting to know people in other teams is welcome here."],["O8 (relationships) I can come as I am and need not play a part."],["O9 (relationships) People who are new or different are taken in well here."]]},{"kind":"paragraph","words":["Scoring: part score = sum of three (3 to 15), “good” from 12; whole = sum of nine (9 to 45), “good” from 36. Published: share of people with “good”. Missing answers as in pulse.pair, at most one per part."]}]};

/** pulse.intro: respondents; before the first question; numbers filled from settings */
export const pulseIntro: Block<"10" | "73" | "4" | "link"> = {"id":"pulse.intro","meta":"respondents; before the first question; numbers filled from settings","pieces":[{"kind":"paragraph","words":[{"bold":["What happens with your answers."]}," Everyone’s app fetches one entry ticket, whether they answer or not. The ticket cannot be linked to you when it is used. Answers are shown for the whole programme only, and only if at least ",{"value":"10"}," people answer. There are no teams, no mentors, no comments, nothing to write."]},{"kind":"paragraph","words":["Before a result is shown, a little chance is added to it. Why: suppose someone knew how all the others answered and wanted to guess your answer. By tossing a coin they would be right in 50 of 100 cases. With the published result of one survey, at best in ",{"value":"73"}," of 100. With no added chance it could be 100."]},{"kind":"paragraph","words":["Each further survey tells a little more; so there are at most ",{"value":"4"}," a year. Taking part is your choice, and nobody is shown who did. (Details, and what a person who runs the server could still try: ",{"value":"link"},")"]}]};

/** pulse.result: everyone, same page for managers and participants */
export const pulseResult: Block<"18" | "27" | "15" | "21"> = {"id":"pulse.result","meta":"everyone, same page for managers and participants","pieces":[{"kind":"paragraph","words":[{"value":"18"}," of ",{"value":"27"}," answers are in the steady range. Because of the added chance the true number is very likely between ",{"value":"15"}," and ",{"value":"21"}," (it is outside in about 3 of 100 surveys)."]},{"kind":"paragraph","words":["Below 30 answers we show no trend: a change could be chance alone."]}]};

/** pulse.toofew: everyone */
export const pulseToofew: Block<"10"> = {"id":"pulse.toofew","meta":"everyone","pieces":[{"kind":"paragraph","words":["Fewer than ",{"value":"10"}," people answered, so nothing is shown, to anyone, and the answers are deleted. That protects those who did. Thank you to them."]}]};

/** pulse.next: programme manager; shown beside each result */
export const pulseNext: Block<never> = {"id":"pulse.next","meta":"programme manager; shown beside each result","pieces":[{"kind":"paragraph","words":["A number is a reason to listen, not a verdict. Say aloud what you heard, what you will do, and what you will not do. Never ask people how they answered."]}]};

/** pulse.reminder: everyone invited, sent to all alike */
export const pulseReminder: Block<never> = {"id":"pulse.reminder","meta":"everyone invited, sent to all alike","pieces":[{"kind":"paragraph","words":["The survey closes on Friday. If you have answered: thank you. If not: it takes two minutes. Nobody is shown who has."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "pulse.pair": pulsePair,
  "pulse.org": pulseOrg,
  "pulse.intro": pulseIntro,
  "pulse.result": pulseResult,
  "pulse.toofew": pulseToofew,
  "pulse.next": pulseNext,
  "pulse.reminder": pulseReminder,
};
