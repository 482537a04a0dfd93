// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.change: both; when a change is proposed */
export const agreeChange: Block<"name"> = {"id":"agree.change","meta":"both; when a change is proposed","pieces":[{"kind":"paragraph","words":[{"value":"name"}," suggests a change. Before and after are side by side. Accept / talk about it / keep as is."]}]};
