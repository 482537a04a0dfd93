import { Words } from "../../../web/ui/card.tsx";
import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { type Line, lineOf, quiet, unshown } from "../timeline/said.tsx";
import type { PageKept, PageMade, PageRenamed } from "./rules.ts";
import { pageOf } from "./rules.ts";
import { pagesLineText as said } from "./said/text.ts";

/** How much of a page a search shows, in signs. */
const excerpt = 280;

/** Pages on the timeline: that one was begun. Their words are found, and lead to the page. */
export const pagesLines: ReadonlyArray<Line> = [
  lineOf<PageMade>("pages.made", ({ payload }) =>
    quiet(payload.title === undefined ? said.madeNotes : said.made(payload.title)),
  ),
  {
    ...lineOf<PageKept>("pages.kept", ({ payload }, room) => ({
      kind: "part",
      part: <FoundPage room={room} page={payload.page} words={payload.text} />,
    })),
    isShown: false,
  },
  {
    ...lineOf<PageRenamed>("pages.renamed", ({ payload }) => quiet(said.renamed(payload.title))),
    isShown: false,
  },
  unshown("pages.put-away"),
  unshown("pages.taken-out"),
  unshown("pages.settled"),
  unshown("pages.changed"),
];

interface FoundPageProps {
  readonly room: RoomInHand;
  readonly page: string;
  readonly words: string;
}

function FoundPage({ room, page, words }: FoundPageProps) {
  const title = pageOf(room.view.state.pages, page)?.title ?? said.notesOf;
  return (
    <>
      <p>
        <Link href={`/rooms/${room.roomId}/pages/${page}`}>{said.found(title)}</Link>
      </p>
      <Words muted>{words.length > excerpt ? `${words.slice(0, excerpt)}…` : words}</Words>
    </>
  );
}
