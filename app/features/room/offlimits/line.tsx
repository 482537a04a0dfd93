import { unshown } from "../timeline/said.tsx";
import { TopicTold, TopicUntold } from "./schema.ts";
import { offlimitsText as text } from "./text.ts";

/** Topics to leave out are nobody's news (P38). */
export const offlimitsLines = [unshown(TopicTold, text.lines.told), unshown(TopicUntold, text.lines.untold)];
