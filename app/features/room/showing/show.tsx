import { type Signal, useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { RadioGroup } from "../../../web/ui/choice.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { hindranceText } from "../../../web/client/answer.ts";
import { formatCount } from "../../../web/client/format.ts";
import { pauseRelationship, refreshRelationships, resumeRelationship } from "../../programme/relationships/api.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { Earlier, useShownBefore } from "./earlier.tsx";
import { isMet, type MetContact, useOffered } from "./offered.tsx";
import { OtherKeys } from "./other-keys.tsx";
import { PickItems } from "./pick-items.tsx";
import { Send } from "./send.tsx";
import { notMetText, refusedText, showText as text } from "./text.ts";

/** Showing things to a contact for concerns (P112): alone, without a reason, also while the room is paused or ended. */
export function Show({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title} promise={(name) => text.promise(name ?? "")} saysPause>
      {(room) => {
        if (room.view.erasing.gone === "erased")
          return <Notice actions={<Link href="/help">{text.help}</Link>}>{text.erased}</Notice>;
        return room.view.condition.is === "to-be-readmitted" ? <Nothing room={room} /> : <Steps room={room} />;
      }}
    </RoomPage>
  );
}

/** For whoever the room is shut to: nothing to show yet, and who can be asked all the same. */
function Nothing({ room }: { readonly room: RoomInHand }) {
  return (
    <div class="stack stack-sections measure">
      <Notice actions={<Link href="/help">{text.help}</Link>}>{text.nothingYet(room.name)}</Notice>
      <Beside room={room} />
    </div>
  );
}

function Steps({ room }: { readonly room: RoomInHand }) {
  const [{ value: offered, again }, before] = [useOffered(room.roomId), useShownBefore(room)];
  const contactId = useSignal("");
  const chosen = useSignal<ReadonlyArray<string>>([]);
  const isLast = useSignal(false);
  if (offered === undefined || before === undefined) return <Skeleton shape="rows" />;
  if (offered === "offline") return <Notice kind="care">{hindranceText.offline}</Notice>;
  const contact = offered.find(({ accountId }) => accountId === contactId.value);

  function handleSent(name: string) {
    toast(text.sent(name));
    isLast.value = false;
    chosen.value = [];
    contactId.value = "";
  }

  if (isLast.value && contact)
    return (
      <div class="measure">
        <Send
          room={room}
          contact={contact}
          chosen={chosen}
          onBack={() => {
            isLast.value = false;
            again();
          }}
          onSent={() => handleSent(contact.name)}
        />
      </div>
    );
  return (
    <div class="stack stack-sections measure">
      <Beside room={room} />
      <Earlier room={room} before={before} />
      {offered.length === 0 ? (
        <Notice actions={<Link href="/help">{text.help}</Link>}>{text.nobody}</Notice>
      ) : (
        <Choose
          room={room}
          offered={offered}
          contactId={contactId}
          chosen={chosen}
          onNext={() => (isLast.value = true)}
          onCompared={again}
        />
      )}
    </div>
  );
}

/** What else somebody can do alone. */
function Beside({ room: { roomId, relationship, name } }: { readonly room: RoomInHand }) {
  // Whoever reads "paused" by the other's doing can hold a pause of their own.
  const isMine = relationship.state === "paused" && relationship.mayGoOn === true;
  async function handlePress() {
    const answer = await (isMine ? resumeRelationship : pauseRelationship)(relationship.relationshipId);
    if (answer.kind !== "done") toast(refusedText.offline);
    await refreshRelationships();
  }
  return (
    <div class="stack stack-small">
      <p>{text.lead}</p>
      {relationship.state !== "ended" && (
        <p>
          <Button kind="plain" onClick={() => void handlePress()}>
            {isMine ? text.goOn : text.pause}
          </Button>{" "}
          <span class="muted small">{isMine ? text.pausedLine(name) : text.pauseLine(name)}</span>
        </p>
      )}
      <p>
        <Link href={`/rooms/${roomId}/more/keepsake`}>{text.copy}</Link>
      </p>
    </div>
  );
}

interface ChooseProps {
  readonly room: RoomInHand;
  readonly offered: ReadonlyArray<MetContact>;
  readonly contactId: Signal<string>;
  readonly chosen: Signal<ReadonlyArray<string>>;
  readonly onNext: () => void;
  readonly onCompared: () => void;
}

/** Contacts to whom nothing can be shown as it stands: other keys than before, or none. */
function Unable({ offered, onCompared }: Pick<ChooseProps, "offered" | "onCompared">) {
  return (
    <>
      {offered.map(({ accountId, name, met }) => {
        if (isMet(met)) return null;
        if (typeof met === "object")
          return <OtherKeys key={accountId} account={accountId} name={name} keys={met} onCompared={onCompared} />;
        return (
          <Notice key={accountId} kind="care" title={name}>
            {notMetText[met]}
          </Notice>
        );
      })}
    </>
  );
}

function Choose({ room, offered, contactId, chosen, onNext, onCompared }: ChooseProps) {
  const isPressed = useSignal(false);
  const able = offered.filter(({ met }) => isMet(met));
  const isReady = able.some(({ accountId }) => accountId === contactId.value) && chosen.value.length > 0;

  function handleNext() {
    isPressed.value = !isReady;
    if (isReady) onNext();
  }

  return (
    <section class="stack stack-large">
      <Unable offered={offered} onCompared={onCompared} />
      {able.length > 0 && (
        <RadioGroup
          id="whom"
          label={text.whom}
          hint={text.whomHint}
          value={contactId}
          options={able.map(({ accountId, name, met }) => ({
            value: accountId,
            text: name,
            hint: isMet(met) && text.fingerprint(met.fingerprint),
          }))}
        />
      )}
      <PickItems room={room} chosen={chosen}>
        <output class="muted">{chosen.value.length > 0 && formatCount(chosen.value.length, text.chosen)}</output>
        {isPressed.value && !isReady && (
          <Notice kind="care" announce>
            {text.chooseBoth}
          </Notice>
        )}
        <div class="buttons">
          <Button wide="phone" onClick={handleNext}>
            {text.next}
          </Button>
        </div>
      </PickItems>
    </section>
  );
}
