// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.channels: both; agreement */
export const agreeChannels: Block<"2"> = {"id":"agree.channels","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["We meet by… If that fails we use… Between meetings we write in… We answer within ",{"value":"2"}," working days. Quiet hours: …"]}]};
