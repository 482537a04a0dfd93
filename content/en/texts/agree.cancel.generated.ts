// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.cancel: both; agreement defaults */
export const agreeCancel: Block<never> = {"id":"agree.cancel","meta":"both; agreement defaults","pieces":[{"kind":"list","ordered":false,"items":[["Moving a meeting is fine. Please say so 24 hours before, or as soon as you know."],["Whoever moves it offers two new dates in the same message."],["No reason is needed. Illness and emergencies need no notice."],["Late? We wait 10 minutes, then take a new date without hard feelings."],["Two moves in a row: we talk about the rhythm, not about the person."],["A mentor’s cancelled hour weighs more than it seems from above; mentors keep theirs with extra care."]]}]};
