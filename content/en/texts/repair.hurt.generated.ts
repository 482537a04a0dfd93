// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** repair.hurt: both; help page */
export const repairHurt: Block<never> = {"id":"repair.hurt","meta":"both; help page","pieces":[{"kind":"paragraph","words":["Trust can crack in one minute. If it does: stop the talk, not the relationship. Take a day. One person says what happened for them, the other restates it, then you swap. If a promise of confidence was broken, see conf.breach. If you feel unsafe, see safety.self."]}]};
