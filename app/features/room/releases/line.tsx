import { Link } from "../../../web/ui/link.tsx";
import { lineOf, quiet } from "../timeline/said.tsx";
import { type ReleaseAnswered, type ReleaseAsked, type ReleaseMade, type Request } from "./rules.ts";
import { releasesLineText as said } from "./said/text.ts";

/** Asking first on the timeline: who asked whom for what, with the way to it; the words themselves stand there. */
export const releasesLines = [
  lineOf<ReleaseAsked>("releases.asked", ({ id, author, payload: { to = "" } }, { me, name, roomId, view }) => {
    const isWaiting = author !== me && named(view.state.releases.all, id)?.answer === undefined;
    return {
      kind: "part",
      part: (
        <p>
          <span dir="auto">{author === me ? said.asked(name, to) : said.asks(name, to)}</span>{" "}
          <Link href={`/rooms/${roomId}/more/ask-first`}>{isWaiting ? said.answer : said.see}</Link>
        </p>
      ),
    };
  }),
  lineOf<ReleaseAnswered>("releases.answered", ({ payload: { answer, to = "" } }) => quiet(said.answered(answer, to))),
  lineOf<ReleaseMade>("releases.made", ({ payload }, { view }) =>
    quiet(said.made(named(view.state.releases.all, payload.request.id)?.to ?? "")),
  ),
];

function named(all: ReadonlyArray<Request>, id: string): Request | undefined {
  return all.find((request) => request.id === id);
}
