import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { LimitsPart } from "./limits.tsx";
import { NextPart } from "./next-part.tsx";
import { PartCard } from "./part-card.tsx";
import { inForce, partIds } from "./rules.ts";
import { SignAgreement } from "./sign-agreement.tsx";
import { agreementText as text } from "./text.ts";

/** The agreement's page: the limits first, what is settled, one next part, what both signed; printable. */
export function Agreement({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="agreement">
      {(room) => <Parts room={room} />}
    </RoomPage>
  );
}

function Parts({ room }: { readonly room: RoomInHand }) {
  const { agreement } = room.view.state;
  const signed = inForce(agreement, [room.me, room.other]);
  const begun = partIds.flatMap((id) =>
    id !== "limits" && (agreement.parts[id]?.agreed || agreement.parts[id]?.proposal) ? [id] : [],
  );
  const isOpen = room.relationship.state !== "ended";
  return (
    <div class="stack stack-sections measure">
      <p class="muted">{text.intro}</p>
      <LimitsPart room={room} />
      {begun.map((id) => (
        <PartCard key={id} room={room} part={id} />
      ))}
      {isOpen && begun.length < partIds.length - 1 && <NextPart room={room} />}
      {isOpen && <SignAgreement room={room} />}
      <p>
        <Link href={`/rooms/${room.roomId}/off-limits`}>{text.offlimits}</Link>
      </p>
      {signed && (
        <Disclosure summary={`${text.signedVersion} ${signed.version}`}>
          <Words>{signed.text}</Words>
        </Disclosure>
      )}
      <div class="no-print">
        <Button kind="plain" onClick={() => print()}>
          {text.print}
        </Button>
      </div>
    </div>
  );
}
