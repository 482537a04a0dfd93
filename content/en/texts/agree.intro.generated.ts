// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.intro: both; agreement page */
export const agreeIntro: Block<never> = {"id":"agree.intro","meta":"both; agreement page","pieces":[{"kind":"paragraph","words":["A page you write together so that nobody has to guess. Ten minutes now, a few minutes every couple of months. Everything can be changed; nothing here is checked by anyone else."]}]};
