// Made from pulse.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pulse.result: everyone, same page for managers and participants */
export const pulseResult: Block<"18" | "27" | "15" | "21"> = {"id":"pulse.result","meta":"everyone, same page for managers and participants","pieces":[{"kind":"paragraph","words":[{"value":"18"}," of ",{"value":"27"}," answers are in the steady range. Because of the added chance the true number is very likely between ",{"value":"15"}," and ",{"value":"21"}," (it is outside in about 3 of 100 surveys)."]},{"kind":"paragraph","words":["Below 30 answers we show no trend: a change could be chance alone."]}]};
