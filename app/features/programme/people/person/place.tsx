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
  return {
    busy,
    async act(
      asked: Promise<Answer<unknown, PeopleRefusal | InvitationRefusal>>,
      said: string | undefined,
      after?: () => void,
    ) {
      busy.value = true;
      const answer = await asked;
      busy.value = false;
      if (answer.kind === "done") {
        if (said !== undefined) toast(said);
        (after ?? onChanged)();
      } else if (answer.kind === "refused") toast({ ...refusalText, ...invitationRefusalText }[answer.refused]);
      else toast(hindranceText[answer.kind]);
    },
  };
}

function Acts({ programmeId, person, onChanged }: PartProps) {
  const { busy, act } = useAct(onChanged);
  const { route } = useLocation();
  const leaving = useSignal(false);
  const removing = useSignal(false);
  const which = { programmeId, participantId: person.id };
  const { state } = person;
  const mayInvite = state === "added" || state === "invited" || state === "left";
  const isOpen = state === "invited" && person.invitation?.usedAt === null;
  const change = (word: PlaceAct) => void act(changePlace(which, word), undefined);
  const send = () => void act(invite(programmeId, newId(), [person.id]), text.invited);
  const extend = () => void act(extendInvitation(programmeId, person.id), text.extended);
  const name = person.callName || person.facts.name;

  return (
    <div class="buttons">
      {mayInvite && (
        <Button busy={busy.value} kind={state === "added" ? "primary" : "quiet"} onClick={send}>
          {state === "added" ? text.invite : text.inviteAgain}
        </Button>
      )}
      {isOpen && (
        <Button kind="plain" onClick={extend}>
          {text.extend}
        </Button>
      )}
      {state === "enrolled" && (
        <Button kind="quiet" onClick={() => change("pause")}>
          {actText.pause}
        </Button>
      )}
      {state === "paused" && <Button onClick={() => change("resume")}>{actText.resume}</Button>}
      {person.joined && state !== "left" && (
        <Button kind="plain" onClick={() => (leaving.value = true)}>
          {actText.leave}
        </Button>
      )}
      {!person.joined && (
        <Button kind="plain" onClick={() => (removing.value = true)}>
          {text.remove}
        </Button>
      )}
      <Ask
        open={leaving}
        title={text.leaveTitle(name)}
        hint={text.leaveHint}
        yes={actText.leave}
        onYes={() => change("leave")}
      />
      <Ask
        open={removing}
        title={text.removeTitle(name)}
        hint={text.removeHint}
        yes={text.remove}
        onYes={() => void act(removePerson(which), undefined, () => route(`/programmes/${programmeId}/people`))}
      />
    </div>
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
