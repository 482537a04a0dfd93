import { Link } from "../../../web/ui/link.tsx";
import { usePairs } from "../frame/pairs.tsx";
import { waysText as text } from "./text.ts";

/** On Help: the ways to pausing and ending, and to showing something, for each room; an ended one has the last alone. */
export function WaysToShow() {
  const pairs = usePairs().value ?? [];
  if (pairs.length === 0) return null;
  return (
    <ul>
      {pairs.flatMap(({ roomId, partner, state }) => [
        ...(state === "ended"
          ? []
          : [
              <li key={`${roomId} stop`}>
                <Link href={`/rooms/${roomId}/more/stop`}>{text.stop(partner.name)}</Link>
              </li>,
            ]),
        <li key={roomId}>
          <Link href={`/rooms/${roomId}/more/show`}>{text.from(partner.name)}</Link>
        </li>,
      ])}
    </ul>
  );
}
