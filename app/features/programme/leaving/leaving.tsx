import { useSignal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { changeMyPlace } from "../profile/api.ts";
import { refusalText } from "../profile/text.ts";
import { me, refreshMe } from "../sign-in/api.ts";
import { listLeavings } from "./api.ts";
import { leavingText as text } from "./text.ts";

/** "I am leaving": what happens then, the way in by an address of one's own, and one button. Nothing asks why. */
export function Leaving({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listLeavings(abort));
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
            {!hasLeft && <Act programmeId={programmeId} onLeft={load.again} />}
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

function Act({ programmeId, onLeft }: { readonly programmeId: string; readonly onLeft: () => void }) {
  const busy = useSignal(false);
  async function handleLeave() {
    busy.value = true;
    const answer = await changeMyPlace(programmeId, "leave");
    if (answer.kind === "refused") toast(refusalText[answer.refused]);
    else if (answer.kind !== "done") toast(hindranceText[answer.kind]);
    await refreshMe();
    onLeft();
    busy.value = false;
  }
  return (
    <div class="buttons">
      <Button busy={busy.value} onClick={() => void handleLeave()}>
        {text.leave}
      </Button>
      <ButtonLink kind="quiet" href="/">
        {text.stay}
      </ButtonLink>
    </div>
  );
}
