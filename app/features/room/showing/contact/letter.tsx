import { useSignal } from "@preact/signals";
import { LetterId } from "../../../../values/id.ts";
import { formatMoment } from "../../../../web/client/format.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import { Entry } from "../../../../web/ui/entry.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { Skeleton } from "../../../../web/ui/skeleton.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { hindranceText } from "../../../../web/client/answer.ts";
import type { VaultStatus } from "../../../../vault/vault.ts";
import { takeUpDisclosure } from "../../../programme/disclosures/api.ts";
import { useVault } from "../../frame/hand.tsx";
import { OtherKeys } from "../other-keys.tsx";
import { useReading } from "../reading.tsx";
import { letterText as text, markText } from "../text.ts";
import { AnswerForm } from "./answer-form.tsx";
import { type LetterRead, openShown, type ThingRead } from "./open-shown.tsx";

const Unlock = lazily<{ readonly status: VaultStatus }>(() => import("../../keys/unlock.tsx").then((m) => m.Unlock));
const back = { href: "/contact", text: text.back };

/** Something that was shown to me as a contact: opened with my keys, each thing with what its proof is worth. */
export function ShownToMe({ disclosureId }: { readonly disclosureId: string }) {
  const status = useVault().value;
  const id = LetterId.safeParse(disclosureId);
  if (!id.success || status.is === "starting")
    return (
      <Page title={text.back} width="text" back={back}>
        {id.success ? <Skeleton /> : <Notice kind="care">{hindranceText["not-found"]}</Notice>}
      </Page>
    );
  if (status.is !== "unlocked") return <Unlock status={status} />;
  return <Opened disclosureId={id.data} />;
}

function Opened({ disclosureId }: { readonly disclosureId: LetterId }) {
  const { value: letter, again } = useReading(disclosureId, (signal) => openShown(disclosureId, signal));
  if (letter === undefined)
    return (
      <Page title={text.back} width="text">
        <Skeleton />
      </Page>
    );
  if (typeof letter === "string")
    return (
      <Page title={text.back} width="text" back={back}>
        <Notice kind="care">{letter}</Notice>
      </Page>
    );
  return (
    <Page title={text.title(letter.senderName)} width="text" back={back} lead={formatMoment(letter.sentAt)}>
      <div class="stack stack-sections">
        <Said letter={letter} />
        <Taking letter={letter} />
        {letter.otherKeys ? (
          <OtherKeys account={letter.senderId} name={letter.senderName} keys={letter.otherKeys} onCompared={again} />
        ) : (
          <AnswerForm letter={letter} />
        )}
      </div>
    </Page>
  );
}

function Said({ letter: { isKnown, content, things } }: { readonly letter: LetterRead }) {
  return (
    <>
      <div class="stack">
        {!isKnown && <Notice kind="care">{text.unknown}</Notice>}
        {content.onlyIfNamedAgain && <Notice>{text.wish}</Notice>}
        <p>{text.tell[content.tell]}</p>
      </div>
      {content.text !== "" && (
        <section class="stack">
          <h2>{text.words}</h2>
          <Words>{content.text}</Words>
        </section>
      )}
      <section class="stack">
        <h2>{text.items}</h2>
        {things.length === 0 && <p class="muted">{text.none}</p>}
        {things.map((thing) => (
          <Thing key={thing.key} thing={thing} />
        ))}
      </section>
    </>
  );
}

function Thing({ thing }: { readonly thing: ThingRead }) {
  if (thing.mark === "changed") return <Notice kind="care">{markText.changed}</Notice>;
  const { author, name, at, words, mark } = thing;
  return (
    <Entry name={name} person={{ id: author, name }} when={formatMoment(at)}>
      {words.map((each) => (
        <Words key={each}>{each}</Words>
      ))}
      <p class={mark === "signed" ? "muted small" : "small strong"}>{markText[mark]}</p>
    </Entry>
  );
}

function Taking({ letter }: { readonly letter: LetterRead }) {
  const isTaken = useSignal(letter.isTaken);
  async function handleTake() {
    const answer = await takeUpDisclosure(letter.disclosureId);
    if (answer.kind === "done") isTaken.value = true;
    else if (answer.kind !== "refused") toast(hindranceText[answer.kind]);
  }
  if (isTaken.value) return <p class="muted">{text.taken}</p>;
  return (
    <div>
      <Button kind="quiet" onClick={() => void handleTake()}>
        {text.take}
      </Button>
    </div>
  );
}
