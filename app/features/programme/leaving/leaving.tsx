import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatDate, formatList } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { changeMyPlace } from "../profile/api.ts";
import { refusalText } from "../profile/text.ts";
import { refreshRelationships, relationships } from "../relationships/api.ts";
import { me, refreshMe } from "../sign-in/api.ts";
import { listLeavings } from "./api.ts";
import { leavingText as text } from "./text.ts";

/** "I am leaving": what happens then, the way in by an address of one's own, and one button. Nothing asks why. */
export function Leaving({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, readAll);
  const place = me.value?.participations.find((each) => each.programmeId === programmeId);
  if (!place)
    return (
      <Page title={text.notIn} width="form">
        <Link href="/">{text.home}</Link>
      </Page>
    );
  const hasLeft = place.state === "left";
  const { programmeName } = place;
  return (
    <Page
      title={hasLeft ? text.done(programmeName) : text.title}
      {...(hasLeft ? {} : { lead: text.lead(programmeName) })}
      width="form"
      back={{ href: "/", text: text.home }}
    >
      <Loaded of={load}>
        {({ leavings, hasPrivateAddress }) => (
          <div class="stack stack-large">
            {hasLeft ? (
              <Left until={leavings.find((each) => each.programmeId === programmeId)?.until} />
            ) : (
              <ul class="stack stack-small">
                {text.happens.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            <WayIn hasPrivateAddress={hasPrivateAddress} />
            {!hasLeft && <Act {...{ programmeId, programmeName }} others={othersOf(programmeId)} onLeft={load.again} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Left({ until }: { readonly until: number | undefined }) {
  return <output>{until === undefined ? text.doneNoRooms : text.doneLine(formatDate(dayOf(until)))}</output>;
}

/** Whoever leaves an employer may lose the address by which they sign in. */
function WayIn({ hasPrivateAddress }: { readonly hasPrivateAddress: boolean }) {
  return (
    <section class="stack stack-small">
      <h2>{text.address}</h2>
      <p>{hasPrivateAddress ? text.hasAddress : text.addressLine}</p>
      {!hasPrivateAddress && (
        <p>
          <Link href="/addresses">{text.addAddress}</Link>
        </p>
      )}
    </section>
  );
}

interface ActProps {
  readonly programmeId: string;
  readonly programmeName: string;
  /** The others of the pairs that this touches, by name. */
  readonly others: ReadonlyArray<string>;
  readonly onLeft: () => void;
}

function Act({ programmeId, programmeName, others, onLeft }: ActProps) {
  const busy = useSignal(false);
  const asks = useSignal(false);
  async function handleLeave() {
    busy.value = true;
    const answer = await changeMyPlace(programmeId, "leave");
    if (answer.kind === "refused") toast(refusalText[answer.refused]);
    else if (answer.kind !== "done") toast(hindranceText[answer.kind]);
    await refreshMe();
    onLeft();
    busy.value = false;
  }
  const leave = (
    <Button busy={busy.value} onClick={() => void handleLeave()}>
      {text.leaveNow}
    </Button>
  );
  return (
    <div class="buttons">
      <Button onClick={() => (asks.value = true)}>{text.leave}</Button>
      <ButtonLink kind="quiet" href="/">
        {text.stay}
      </ButtonLink>
      <Dialog open={asks} title={text.asks(programmeName)} actions={leave}>
        <p>{others.length === 0 ? text.touchesNobody : text.touches(formatList(others))}</p>
      </Dialog>
    </div>
  );
}

/** Who shares a living pair of this programme with me. */
function othersOf(programmeId: string): ReadonlyArray<string> {
  return (relationships.value ?? [])
    .filter((pair) => pair.programmeId === programmeId && pair.state !== "ended")
    .map(({ partner }) => partner.name);
}

/** My leavings, once my pairs are known, too. */
async function readAll(abort: AbortSignal) {
  const [leavings, pairs] = await Promise.all([listLeavings(abort), refreshRelationships(abort)]);
  return pairs.kind === "done" ? leavings : pairs;
}
