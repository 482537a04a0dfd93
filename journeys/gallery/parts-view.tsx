import { useSignal } from "@preact/signals";
import { safetySelf } from "../../content/en/safety.generated.ts";
import { Avatar, NameDot } from "../../app/web/ui/avatar.tsx";
import { Button, ButtonLink } from "../../app/web/ui/button.tsx";
import { Card, Words } from "../../app/web/ui/card.tsx";
import { CopyText } from "../../app/web/ui/copy-text.tsx";
import { Dialog } from "../../app/web/ui/dialog.tsx";
import { Disclosure } from "../../app/web/ui/disclosure.tsx";
import { EmptyState } from "../../app/web/ui/empty-state.tsx";
import { Guidance } from "../../app/web/ui/guidance.tsx";
import * as icons from "../../app/web/ui/icons.tsx";
import { Link } from "../../app/web/ui/link.tsx";
import { Notice } from "../../app/web/ui/notice.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { Progress } from "../../app/web/ui/progress.tsx";
import { QrCode } from "../../app/web/ui/qr-code.tsx";
import { Skeleton } from "../../app/web/ui/skeleton.tsx";
import { toast } from "../../app/web/ui/toast.tsx";
import { GalleryBar } from "./gallery-bar.tsx";

const people = ["Leila", "Ingrid", "Kwame", "Petra", "Yuki", "Ravi", "Beatriz", "Pavel"];

/** Parts that are no fields. */
export function PartsView() {
  return (
    <>
      <GalleryBar current="Home" />
      <Page title="The kit" lead="Every part, in every state that it has.">
        <div class="stack stack-sections">
          <Acts />
          <Notices />
          <section class="stack">
            <h2>People</h2>
            <p class="cluster">
              {people.map((name) => (
                <Avatar key={name} id={name} name={name} />
              ))}
            </p>
            <p class="cluster">
              {people.map((name) => (
                <NameDot key={name} id={name} name={name} />
              ))}
            </p>
          </section>
          <Sheets />
          <section class="stack">
            <h2>Codes</h2>
            <CopyText label="Your recovery code" text="7H3K-9QWM-2XRT-VB6P-4NZC-8DJF-5YGL-1SKM" />
            <QrCode text="oak table chair window lamp door" label="The first six matching words" />
          </section>
          <section class="stack">
            <h2>Waiting</h2>
            <Progress label="Reading the file" done={42} words="4,200 of 10,000 people" />
            <Skeleton />
            <Skeleton shape="rows" count={2} />
          </section>
          <section class="stack">
            <h2>Icons</h2>
            <p class="cluster">
              {Object.entries(icons).map(([name, Icon]) => (
                <Icon key={name} size={24} />
              ))}
            </p>
          </section>
        </div>
      </Page>
    </>
  );
}

function Acts() {
  const open = useSignal(false);
  return (
    <section class="stack">
      <h2>Acts</h2>
      <div class="buttons">
        <Button onClick={() => (open.value = true)}>Open a dialog</Button>
        <Button kind="quiet" onClick={() => toast("Dropped: write the plan.", { undo: () => toast("It is back.") })}>
          Drop it
        </Button>
        <Button kind="plain">Not now</Button>
        <Button busy>Sealing</Button>
        <Button disabled>Not yet</Button>
        <ButtonLink href="#" kind="quiet">
          Go on
        </ButtonLink>
      </div>
      <p>
        A link in a sentence: <Link href="#limits">the limits you agreed</Link>, and one that leaves:{" "}
        <Link href="https://example.org" outside>
          a page elsewhere
        </Link>
        . <Link href="javascript:void 0">No link at all</Link>
      </p>
      <Dialog
        open={open}
        title="End this pair?"
        actions={
          <>
            <Button onClick={() => (open.value = false)}>End it</Button>
            <Button kind="quiet" onClick={() => (open.value = false)}>
              Keep it
            </Button>
          </>
        }
      >
        <p>Either of you may end at any time, without a reason. Ingrid hears one neutral sentence.</p>
      </Dialog>
    </section>
  );
}

function Notices() {
  return (
    <section class="stack">
      <h2>Notices</h2>
      <Notice kind="info" title="Ingrid has not opened her side yet">
        What you write waits for her, sealed.
      </Notice>
      <Notice kind="kept">The agreement is signed by both of you.</Notice>
      <Notice kind="care" title="One item could not be read" actions={<Button kind="plain">Try again</Button>}>
        It may have been damaged on its way. Everything else is here.
      </Notice>
    </section>
  );
}

function Sheets() {
  return (
    <section class="stack">
      <h2>Sheets</h2>
      <Card title="With Ingrid at 14:00" tag="Next session">
        <p class="muted">15:00 for Ingrid, 60 minutes.</p>
      </Card>
      <Card soft tag="Good moment">
        <Words large>You asked it, and in the first five minutes.</Words>
      </Card>
      <Disclosure summary="If someone presses or frightens you">
        <Guidance block={safetySelf} values={{ name: "Ingrid" }} />
      </Disclosure>
      <EmptyState
        title="Nothing here yet"
        example="Ask Daniel what he would not say in the meeting, by Friday."
        action={<Button kind="quiet">Write the first one</Button>}
      >
        What you say you will do stands here, with a date.
      </EmptyState>
    </section>
  );
}
