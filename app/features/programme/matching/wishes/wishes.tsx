import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { hindranceText } from "../../../../web/client/answer.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Loaded } from "../../../../web/ui/loaded.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { TagsField } from "../../../../web/ui/tags-field.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { readMyWishes, saveMyWishes } from "./api.ts";
import { mostAvoided, mostWished, refuseWishes, type WishesRefusal } from "./rules.ts";
import type { MyWishes } from "./schema.ts";
import { refusalText, text } from "./text.ts";

/** Whom I wish for, and whom I would rather not be put together with: read by me and the matching alone. */
export function WishesPage({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readMyWishes(programmeId, abort));
  return (
    <Page title={text.title} lead={text.lead} width="form">
      <Loaded of={load}>{(mine) => <Form programmeId={programmeId} mine={mine} />}</Loaded>
    </Page>
  );
}

interface FormProps {
  readonly programmeId: string;
  readonly mine: MyWishes;
}

/** What is typed, and keeping it. */
function useWishes({ programmeId, mine }: FormProps) {
  const wished = useSignal<ReadonlyArray<string>>(mine.wished);
  const avoided = useSignal<ReadonlyArray<string>>(mine.avoided);
  const refused = useSignal<WishesRefusal | undefined>(undefined);
  const hindrance = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  async function save() {
    const wishes = { wished: wished.value, avoided: avoided.value };
    hindrance.value = undefined;
    refused.value = refuseWishes(wishes);
    if (refused.value !== undefined || busy.value) return;
    busy.value = true;
    const answer = await saveMyWishes(programmeId, wishes);
    busy.value = false;
    if (answer.kind === "done") toast(text.saved);
    else if (answer.kind === "refused") refused.value = answer.refused;
    else hindrance.value = hindranceText[answer.kind];
  }

  return { wished, avoided, refused, hindrance, busy, save };
}

function Form(props: FormProps) {
  const { programmeId, mine } = props;
  const typed = useWishes(props);
  const { hindrance, busy, save } = typed;

  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void save();
  }

  return (
    <form class="stack stack-large" noValidate onSubmit={handleSubmit}>
      <Promised programmeName={mine.programmeName} />
      <Lists typed={typed} />
      {hindrance.value !== undefined && (
        <Notice kind="care" announce>
          {hindrance.value}
        </Notice>
      )}
      <p class="muted small">{text.open}</p>
      <div class="buttons">
        <Button type="submit" busy={busy.value} wide="phone">
          {text.save}
        </Button>
      </div>
      <p>
        <a href={`/how-suggestions/${programmeId}`}>{text.how}</a>
      </p>
    </form>
  );
}

function Lists({ typed: { wished, avoided, refused } }: { readonly typed: ReturnType<typeof useWishes> }) {
  const fault = refused.value;
  const error = fault && refusalText[fault];
  const isOfAvoided = fault === "too-many-avoided";
  return (
    <>
      <TagsField
        id="wished"
        label={text.wished}
        hint={text.wishedHint(mostWished)}
        readers={text.readers}
        optional
        value={wished}
        error={isOfAvoided ? undefined : error}
      />
      <TagsField
        id="avoided"
        label={text.avoided}
        hint={text.avoidedHint(mostAvoided)}
        readers={text.readers}
        optional
        value={avoided}
        error={isOfAvoided ? error : undefined}
      />
    </>
  );
}

function Promised({ programmeName }: Pick<MyWishes, "programmeName">) {
  return (
    <section class="stack stack-small">
      <p class="strong" dir="auto">
        {programmeName}
      </p>
      <h2>{text.promiseTitle}</h2>
      {text.promise.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
