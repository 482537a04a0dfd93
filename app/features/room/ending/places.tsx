import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { endingText as text } from "./text.ts";

const AskFirst = lazily(() => import("../releases/releases.tsx").then((m) => m.Releases));
const Farewell = lazily(() => import("./farewell.tsx").then((m) => m.Farewell));
const Keepsake = lazily(() => import("./keepsake/keepsake.tsx").then((m) => m.Keepsake));
const Reviews = lazily(() => import("../reviews/reviews.tsx").then((m) => m.Reviews));
const Drawer = lazily(() => import("../drawer/drawer.tsx").then((m) => m.Drawer));

/** Props of `Places`. */
export interface PlacesProps {
  readonly roomId: string;
  readonly page: string;
}

/** The pages below More: seldom needed, so that they share one address in the table of screens. */
export function Places({ roomId, page }: PlacesProps) {
  switch (page) {
    case "ask-first":
      return <AskFirst roomId={roomId} />;
    case "farewell":
      return <Farewell roomId={roomId} />;
    case "drawer":
      return <Drawer roomId={roomId} />;
    case "review":
      return <Reviews roomId={roomId} />;
    case "keepsake":
      return <Keepsake roomId={roomId} />;
    default:
      return (
        <Page title={text.noPage} width="form">
          <Link href={`/rooms/${roomId}/more`}>{text.more}</Link>
        </Page>
      );
  }
}
