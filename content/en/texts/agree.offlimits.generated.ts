// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.offlimits: both; agreement, list starts empty, each alone can add */
export const agreeOfflimits: Block<"name"> = {"id":"agree.offlimits","meta":"both; agreement, list starts empty, each alone can add","pieces":[{"kind":"paragraph","words":["Topics I would rather leave out for now: only for me, or ",{"value":"name"}," may know. No reasons needed; change it at any time; nobody is told. People often choose from: pay of others, a running appraisal, a legal matter, health, family, faith or politics, colleagues by name, an employer’s secrets."]}]};
