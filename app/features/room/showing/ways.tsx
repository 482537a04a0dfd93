import { Link } from "../../../web/ui/link.tsx";
import { usePairs } from "../frame/pairs.tsx";
import { waysText as text } from "./text.ts";

/** On Help: the way to showing something, for each room, ended ones included. */
export function WaysToShow() {
  const pairs = usePairs().value ?? [];
  if (pairs.length === 0) return null;
  return (
    <ul>
      {pairs.map(({ roomId, partner }) => (
        <li key={roomId}>
          <Link href={`/rooms/${roomId}/more/show`}>{text.from(partner.name)}</Link>
        </li>
      ))}
    </ul>
  );
}
