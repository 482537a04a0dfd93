import { useSignal, type Signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { hindranceText, type Answer } from "../../../../web/client/answer.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { extendInvitation, invite } from "../../invitations/api.ts";
import { refusalText as invitationRefusalText, type InvitationRefusal } from "../../invitations/text.ts";
import { managersText as leavingText } from "../../leaving/text.ts";
import { changePlace, removePerson } from "../api.ts";
import { type PlaceAct, shownState } from "../rules.ts";
import { actText, personText as text, refusalText, stateMeans, stateText, type PeopleRefusal } from "../text.ts";
import { dayText, type PartProps } from "./facts.tsx";

/** Where somebody stands, and what a manager can do about it. */
export function Place({ programmeId, person, onChanged }: PartProps) {
  const [now] = useState(() => Date.now());
  const { invitation } = person;
  const invitedUntil = invitation && invitation.usedAt === null ? invitation.expiresAt : 0;
  const state = shownState({ state: person.state, invitedUntil }, now);
  return (
    <section class="stack">
      <h2>{stateText[state]}</h2>
      <p>
        {stateMeans[state]}{" "}
        {person.enrolledAt !== null && person.state !== "left" && (
          <span class="muted">{text.joinedOn(dayText(person.enrolledAt))}.</span>
        )}
        {person.leftUntil !== null && leavingText.until(dayText(person.leftUntil))}
      </p>
      {invitation && person.enrolledAt === null && <Invitation invitation={invitation} now={now} />}
      <Acts programmeId={programmeId} person={person} onChanged={onChanged} />
    </section>
  );
}

function Invitation({
  invitation,
  now,
}: {
  readonly invitation: NonNullable<PartProps["person"]["invitation"]>;
  readonly now: number;
}) {
  const { sentAt, expiresAt, usedAt } = invitation;
  const then =
    usedAt === null
      ? (expiresAt > now ? text.worksUntil : text.ranOut)(dayText(expiresAt))
      : text.used(dayText(usedAt));
  return (
    <p class="muted">
      {text.sentOn(dayText(sentAt))}, {then}.
    </p>
  );
}

/** Says what came of an act, and fetches the page again. */
function useAct(onChanged: () => void) {
  const busy = useSignal(false);
  const act = async (
    asked: Promise<Answer<unknown, PeopleRefusal | InvitationRefusal>>,
    said: string | undefined,
    after?: () => void,
  ) => {
    busy.value = true;
    const answer = await asked;
    busy.value = false;
    if (answer.kind === "done") {
      if (said !== undefined) toast(said);
      (after ?? onChanged)();
    } else if (answer.kind === "refused") toast({ ...refusalText, ...invitationRefusalText }[answer.refused]);
    else toast(hindranceText[answer.kind]);
  };
  return { busy, act };
}

function Acts({ programmeId, person, onChanged }: PartProps) {
  const acting = useAct(onChanged);
  const which = { programmeId, participantId: person.id };
  const { state } = person;
  const mayInvite = state === "added" || state === "invited" || state === "left";
  const isOpen = state === "invited" && person.invitation?.usedAt === null;
  const change = (word: PlaceAct) => void acting.act(changePlace(which, word), undefined);
  const send = () => void acting.act(invite(programmeId, newId(), [person.id]), text.invited);
  const extend = () => void acting.act(extendInvitation(programmeId, person.id), text.extended);

  return (
    <div class="buttons">
      {mayInvite && (
        <Button busy={acting.busy.value} kind={state === "added" ? "primary" : "quiet"} onClick={send}>
          {state === "added" ? text.invite : text.inviteAgain}
        </Button>
      )}
      {isOpen && (
        <Button kind="plain" onClick={extend}>
          {text.extend}
        </Button>
      )}
      {(state === "enrolled" || state === "paused") && (
        <Button kind="quiet" onClick={() => change(state === "enrolled" ? "pause" : "resume")}>
          {actText[state === "enrolled" ? "pause" : "resume"]}
        </Button>
      )}
      {person.joined && state !== "left" && <Leaving person={person} onLeave={() => change("leave")} />}
      {person.leftUntil !== null && (
        <Button kind="quiet" onClick={() => change("take-back")}>
          {actText["take-back"]}
        </Button>
      )}
      {!person.joined && <Removing programmeId={programmeId} person={person} acting={acting} />}
    </div>
  );
}

function Leaving({ person, onLeave }: { readonly person: PartProps["person"]; readonly onLeave: () => void }) {
  const asking = useSignal(false);
  return (
    <>
      <Button kind="plain" onClick={() => (asking.value = true)}>
        {actText.leave}
      </Button>
      <Ask
        open={asking}
        title={text.leaveTitle(person.callName || person.facts.name)}
        hint={leavingText.hint(person.leavingDays)}
        yes={actText.leave}
        onYes={onLeave}
      />
    </>
  );
}

interface RemovingProps extends Omit<PartProps, "onChanged"> {
  readonly acting: ReturnType<typeof useAct>;
}

function Removing({ programmeId, person, acting }: RemovingProps) {
  const { route } = useLocation();
  const asking = useSignal(false);

  function handleRemove() {
    const removed = removePerson({ programmeId, participantId: person.id });
    void acting.act(removed, undefined, () => route(`/programmes/${programmeId}/people`));
  }

  return (
    <>
      <Button kind="plain" onClick={() => (asking.value = true)}>
        {text.remove}
      </Button>
      <Ask
        open={asking}
        title={text.removeTitle(person.facts.name)}
        hint={text.removeHint}
        yes={text.remove}
        onYes={handleRemove}
      />
    </>
  );
}

interface AskProps {
  readonly open: Signal<boolean>;
  readonly title: string;
  readonly hint: string;
  readonly yes: string;
  readonly onYes: () => void;
}

/** These two cannot be undone by the one who presses them: the way back needs the other person. */
function Ask({ open, title, hint, yes, onYes }: AskProps) {
  function handleYes() {
    open.value = false;
    onYes();
  }
  return (
    <Dialog
      open={open}
      title={title}
      actions={
        <>
          <Button onClick={handleYes}>{yes}</Button>
          <Button kind="quiet" onClick={() => (open.value = false)}>
            {text.keep}
          </Button>
        </>
      }
    >
      <p>{hint}</p>
    </Dialog>
  );
}
