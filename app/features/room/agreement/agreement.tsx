import { type Signal, useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import type { OfferProps } from "../reuse/parts.tsx";
import { LimitsPart } from "./limits.tsx";
import type { PartCardProps } from "./part-card.tsx";
import { PartList, partToShow } from "./part-list.tsx";
import { PrintedAgreement } from "./printed.tsx";
import { type DutyId, inForce, type PartId } from "./rules.ts";
import { isToSign, SignAgreement } from "./sign-agreement.tsx";
import { agreementText as text } from "./text.ts";
import "./agreement.css";

// While the room is read.
const PartCard = lazily<PartCardProps>(() => import("./part-card.tsx").then((m) => m.PartCard));
void PartCard.fetch();

const DutiesElsewhere = lazily<OfferProps<ReadonlyArray<DutyId>>>(() =>
  import("../reuse/parts.tsx").then((m) => m.DutiesElsewhere),
);

/** The agreement's page: its parts as a short list, one of them in view, what both signed; printable. */
export function Agreement({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="agreement">
      {(room) => <Parts room={room} />}
    </RoomPage>
  );
}

function Parts({ room }: { readonly room: RoomInHand }) {
  const chosen = useSignal<PartId | undefined>(location.hash === "#limits" ? "limits" : undefined);
  const isOpen = room.isOpen;
  const { url } = useLocation();
  useEffect(() => {
    if (location.hash === "#limits") chosen.value = "limits";
  }, [url, chosen]);
  const toSign = isOpen && chosen.value === undefined && isToSign(room);
  const shown = toSign ? undefined : (chosen.value ?? (isOpen ? partToShow(room) : "limits"));
  return (
    <>
      <div class="agreement">
        <div class="stack stack-large">
          <PartList room={room} shown={shown} onChoose={(part) => choose(chosen, part)} />
          <Beside room={room} />
        </div>
        <div class="stack stack-large" id="part">
          {toSign && <SignAgreement room={room} />}
          {shown === "limits" && <Limits room={room} />}
          {shown !== undefined && shown !== "limits" && <PartCard key={shown} room={room} part={shown} />}
          {isOpen && !toSign && <SignAgreement room={room} />}
        </div>
      </div>
      <PrintedAgreement room={room} />
    </>
  );
}

/** The limits, where duties may begin with those that one named in another room. */
function Limits({ room }: { readonly room: RoomInHand }) {
  const taken = useSignal<ReadonlyArray<DutyId> | undefined>(undefined);
  const isNamed = room.view.state.agreement.duties[room.me] !== undefined;
  return (
    <>
      <LimitsPart
        key={taken.value ? "taken" : "own"}
        room={room}
        open={location.hash === "#limits"}
        duties={taken.value}
      />
      {!isNamed && !taken.value && room.isOpen && (
        <DutiesElsewhere room={room} onTake={(duties) => (taken.value = duties)} />
      )}
    </>
  );
}

/** Brings a part into view; on a phone it stands below the list. */
function choose(chosen: Signal<PartId | undefined>, part: PartId): void {
  chosen.value = part;
  if (matchMedia("(max-width: 900px)").matches)
    requestAnimationFrame(() => document.getElementById("part")?.firstElementChild?.scrollIntoView());
}

/** What belongs to the agreement, and stands outside its parts. */
function Beside({ room }: { readonly room: RoomInHand }) {
  const signed = inForce(room.view.state.agreement, [room.me, room.other]);
  return (
    <div class="stack stack-small agreement-beside">
      <p class="muted small">{text.intro}</p>
      <p>
        <Link href={`/rooms/${room.roomId}/off-limits`}>{text.offlimits}</Link>
      </p>
      {signed && (
        <Disclosure summary={`${text.signedVersion} ${signed.version}`}>
          <Words>{signed.text}</Words>
        </Disclosure>
      )}
      <div class="buttons-plain">
        <Button kind="plain" onClick={() => print()}>
          {text.print}
        </Button>
      </div>
    </div>
  );
}
