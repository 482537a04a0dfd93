// Made from programme.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** org.launch: organisation; before launch, beside pulse.org */
export const orgLaunch: Block<never> = {"id":"org.launch","meta":"organisation; before launch, beside pulse.org","pieces":[{"kind":"paragraph","words":["If fewer than half are in the good range for a part, mend that first or say openly that you know. A mentoring programme does not replace trust in the house; it borrows from it."]}]};
