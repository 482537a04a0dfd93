import { h } from "preact";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { endingText as text } from "./text.ts";

/** To add a page, write its name in the address, and how its code is fetched. */
const places = new Map([
  ["ask-first", lazily(() => import("../releases/releases.tsx").then((m) => m.Releases))],
  ["drawer", lazily(() => import("../drawer/drawer.tsx").then((m) => m.Drawer))],
  ["erasing", lazily(() => import("./erasing/erasing.tsx").then((m) => m.ErasingPage))],
  ["farewell", lazily(() => import("./farewell.tsx").then((m) => m.Farewell))],
  ["keepsake", lazily(() => import("./keepsake/keepsake.tsx").then((m) => m.Keepsake))],
  ["review", lazily(() => import("../reviews/reviews.tsx").then((m) => m.Reviews))],
  ["stop", lazily(() => import("./stop.tsx").then((m) => m.Stop))],
  ["show", lazily(() => import("../showing/show.tsx").then((m) => m.Show))],
]);

/** The names that may stand in the address. */
export const placeNames: ReadonlyArray<string> = [...places.keys()];

/** Props of `Places`. */
export interface PlacesProps {
  readonly roomId: string;
  readonly page: string;
}

/** The pages below More: seldom needed, so that they share one address in the table of screens. */
export function Places({ roomId, page }: PlacesProps) {
  const place = places.get(page);
  if (place) return h(place, { roomId });
  return (
    <Page title={text.noPage} width="form">
      <Link href={`/rooms/${roomId}/more`}>{text.more}</Link>
    </Page>
  );
}
