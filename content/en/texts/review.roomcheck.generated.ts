// Made from repair.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** review.roomcheck: both; private answers, sharing optional */
export const reviewRoomcheck: Block<never> = {"id":"review.roomcheck","meta":"both; private answers, sharing optional","pieces":[{"kind":"paragraph","words":["Five sentences, for your own eyes (see pulse.pair). Your earlier answers stay in your own log. If you share, share because it opens a talk."]}]};
