import { useSignal, type Signal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { Answer } from "../../../web/client/answer.ts";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { me, refreshMe } from "../sign-in/api.ts";
import { listManagers, removeManager, withdrawManagerInvitation } from "./api.ts";
import { InviteForm } from "./invite-form.tsx";
import type { ManagersList } from "./schema.ts";
import { type ManagingRefusal, refusalText, text } from "./text.ts";

type Manager = ManagersList["managers"][number];
type Invited = ManagersList["invited"][number];

/** Who manages a programme: inviting another one, taking one out, or going oneself. */
export function Managers({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listManagers(programmeId, abort));
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded of={load} skeleton={<Skeleton shape="rows" count={3} />}>
        {({ managers, invited }) => (
          <div class="stack stack-large">
            <List programmeId={programmeId} managers={managers} onChanged={load.again} />
            {invited.length > 0 && <Waiting programmeId={programmeId} invited={invited} onChanged={load.again} />}
            <InviteForm programmeId={programmeId} onInvited={load.again} />
            <p class="muted">{text.own}</p>
            <p>
              <a href={`/programmes/${programmeId}/changes`}>{text.changes}</a>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const isMe = ({ accountId }: Manager) => accountId === me.value?.accountId;

interface SureProps {
  readonly manager: Manager;
  readonly open: Signal<boolean>;
  readonly onSure: (manager: Manager) => void;
}

function Sure({ manager, open, onSure }: SureProps) {
  const mine = isMe(manager);
  return (
    <Dialog
      open={open}
      title={mine ? text.leaveTitle : text.removeTitle(manager.name)}
      actions={
        <>
          <Button onClick={() => onSure(manager)}>{mine ? text.leave : text.remove}</Button>
          <Button kind="plain" onClick={() => (open.value = false)}>
            {text.back}
          </Button>
        </>
      }
    >
      <p>{mine ? text.leaveWords : text.removeWords}</p>
    </Dialog>
  );
}

/** Tells what came of an act; true where it was done. */
async function told(asked: Promise<Answer<unknown, ManagingRefusal>>, busy: Signal<boolean>): Promise<boolean> {
  busy.value = true;
  const answer = await asked;
  busy.value = false;
  if (answer.kind === "done") return true;
  toast(answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind]);
  return false;
}

interface ListProps {
  readonly programmeId: string;
  readonly managers: ReadonlyArray<Manager>;
  readonly onChanged: () => void;
}

function List({ programmeId, managers, onChanged }: ListProps) {
  const { route } = useLocation();
  const going = useSignal<Manager | undefined>(undefined);
  const asking = useSignal(false);
  const busy = useSignal(false);

  function handleAsk(manager: Manager) {
    going.value = manager;
    asking.value = true;
  }

  async function handleSure(manager: Manager) {
    asking.value = false;
    if (!(await told(removeManager(programmeId, manager.accountId), busy))) return;
    toast(text.removed(manager.name));
    if (!isMe(manager)) return onChanged();
    await refreshMe();
    route("/");
  }

  return (
    <>
      <ul class="plain-list rows">
        {managers.map((manager) => (
          <li key={manager.accountId} class="row-apart">
            <div>
              <b dir="auto">{manager.name}</b> {isMe(manager) && <span class="muted">({text.you})</span>}
              <br />
              <span class="muted">
                <span>{manager.email}</span> · {text.since(formatDate(dayOf(manager.since)))}
              </span>
            </div>
            {managers.length > 1 && (
              <Button
                kind="plain"
                busy={busy.value && going.value === manager}
                {...(!isMe(manager) && { label: text.removeLabel(manager.name) })}
                onClick={() => handleAsk(manager)}
              >
                {isMe(manager) ? text.leave : text.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {going.value && <Sure manager={going.value} open={asking} onSure={(manager) => void handleSure(manager)} />}
    </>
  );
}

interface WaitingProps {
  readonly programmeId: string;
  readonly invited: ReadonlyArray<Invited>;
  readonly onChanged: () => void;
}

function Waiting({ programmeId, invited, onChanged }: WaitingProps) {
  const busy = useSignal(false);

  async function handleWithdraw(invitationId: string) {
    if (await told(withdrawManagerInvitation(programmeId, invitationId), busy)) toast(text.withdrawn);
    onChanged();
  }

  return (
    <section class="stack">
      <h2>{text.invited}</h2>
      <ul class="plain-list rows">
        {invited.map(({ invitationId, name, email, expiresAt }) => (
          <li key={invitationId} class="row-apart">
            <div>
              <b dir="auto">{name}</b>
              <br />
              <span class="muted">
                <span>{email}</span> · {text.until(formatDate(dayOf(expiresAt)))}
              </span>
            </div>
            <Button
              kind="plain"
              busy={busy.value}
              label={text.withdrawLabel(name)}
              onClick={() => void handleWithdraw(invitationId)}
            >
              {text.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
