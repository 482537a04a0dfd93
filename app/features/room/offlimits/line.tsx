import { unshown } from "../timeline/said.tsx";
import { offlimitsLineText as said } from "./said/text.ts";

/** Topics to leave out are nobody's news (P38). */
export const offlimitsLines = [unshown("offlimits.told", said.told), unshown("offlimits.untold", said.untold)];
