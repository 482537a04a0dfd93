import { signal, useSignal, useSignalEffect, type Signal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { ProgrammeId } from "../../../../values/id.ts";
import type { AnsweredOf } from "../../../../values/operation.ts";
import { hindranceText } from "../../../../web/client/answer.ts";
import { isToken, useLinkToken } from "../../../../web/client/link-token.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { ErrorSummary, type FieldFault } from "../../../../web/ui/error-summary.tsx";
import { Mark } from "../../../../web/ui/mark.tsx";
import { NoUse } from "../../../../web/ui/no-use.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { Page } from "../../../../web/ui/page.tsx";
import { refreshMe } from "../../sign-in/api.ts";
import { contactsOf, timingOf } from "../draft.tsx";
import { fieldText } from "../text.ts";
import { askSetUpCode } from "./address/api.ts";
import { ConfirmAddress, type ConfirmAddressProps, faultOf } from "./address/confirm.tsx";
import { checkSetUp, setUp, type SetUpAnswers } from "./api.ts";
import { dropKept, hasKept, keepAnswers, keptAnswers } from "./kept.tsx";
import { type Answers, type Question, questions } from "./questions.tsx";
import type { CheckSetUp } from "./schema.ts";
import { refusalText, text } from "./text.ts";

/** The first start: who you are, then five questions, one on each page. */
export function SetUpPage() {
  const token = useLinkToken().value;
  if (token === "") return <Without />;
  return isToken(token) ? <Checked key={token} token={token} /> : <Broken />;
}

/** The page was loaded again, or opened without the link's token. */
function Without() {
  return (
    <Page title={text.againTitle} width="form" mark={<Mark />}>
      <Notice>
        {text.again} {hasKept() && text.kept}
      </Notice>
    </Page>
  );
}

function Broken() {
  return <NoUse title={text.brokenTitle} said={text.broken} onward={text.signIn} />;
}

/** Looks at the link before anything is typed. */
function Checked({ token }: { readonly token: string }) {
  const refused = useSignal(false);
  const { state } = useLoad(token, async (abort) => {
    const answer = await checkSetUp(token, abort);
    refused.value = answer.kind === "refused";
    return answer;
  });
  const loaded = state.value;
  if (refused.value) return <Broken />;
  if (loaded.kind === "failed")
    return (
      <Page title={text.you.title} width="form" mark={<Mark />}>
        <Notice kind="care">{loaded.text}</Notice>
      </Page>
    );
  if (loaded.kind !== "ready") return <main id="main" class="page" aria-busy="true" aria-label={text.checking} />;
  return <Questions token={token} stands={loaded.value} />;
}

/** Where the address stands for this browser. */
type Stands = AnsweredOf<typeof CheckSetUp>;

interface QuestionsProps {
  readonly token: string;
  readonly stands: Stands;
}

function Questions({ token, stands }: QuestionsProps) {
  const kept = useMemo(() => keptOrAsked(stands), [stands]);
  const { answers } = kept;
  const at = useSignal(kept.at);
  useSignalEffect(() => keepAnswers(answers, at.value));
  const programmeId = useMemo(() => ProgrammeId.parse(newId()), []);
  const question = questions[at.value];
  const { finish, busy, hindrance } = useFinish(() => (at.value = 0));
  const address = useAddress({ token, stands: kept.at === 0 ? stands : undefined }, answers, () => (at.value = 1));
  if (!question) return null;
  if (address.asked.value) return <ConfirmAddress {...address.asked.value} />;

  return (
    <QuestionPage
      key={question.name}
      question={question}
      at={at}
      answers={answers}
      busy={busy.value || address.busy.value}
      hindrance={hindrance.value ?? address.hindrance.value}
      onDone={() => {
        if (at.value === 0) void address.ask();
        else if (at.value < questions.length - 1) at.value += 1;
        else void finish(answersOf(answers, token, programmeId));
      }}
    />
  );
}

/** What was typed; in another tab at least to whom the mail went that is out. */
function keptOrAsked({ asked }: Stands) {
  const kept = keptAnswers();
  if (asked && kept.at === 0) {
    kept.answers.name.value = asked.name;
    kept.answers.email.value = asked.email;
  }
  return kept;
}

/** Whoever mistypes their address here could never sign in again: it is confirmed before anything is made, and once. */
function useAddress(
  { token, stands }: { readonly token: string; readonly stands: Stands | undefined },
  { name, email }: Answers,
  onDone: () => void,
) {
  const out = stands?.asked;
  const asked = useSignal(out ? waitFor(out, stands.goesOut) : undefined);
  const confirmed = useSignal("");
  const busy = useSignal(false);
  const hindrance = useSignal<string | undefined>(undefined);

  function goOn(address: string) {
    confirmed.value = address;
    asked.value = undefined;
    onDone();
  }

  function waitFor(manager: ConfirmAddressProps["manager"], goesOut: boolean): ConfirmAddressProps {
    const onCorrect = () => (asked.value = undefined);
    return { token, manager, goesOut, onDone: () => goOn(manager.email), onCorrect };
  }

  async function ask() {
    const manager = { name: name.value, email: email.value };
    if (confirmed.value === manager.email) {
      onDone();
      return;
    }
    busy.value = true;
    const answer = await askSetUpCode(token, manager);
    busy.value = false;
    hindrance.value = answer.kind === "done" ? undefined : faultOf(answer);
    if (answer.kind !== "done") return;
    if (answer.value.isConfirmed) goOn(manager.email);
    else asked.value = waitFor(manager, answer.value.goesOut);
  }

  return { asked, ask, busy, hindrance };
}

/** Sends the answers; then the manager is signed in, and sees the programme. */
function useFinish(onNotConfirmed: () => void) {
  const { route } = useLocation();
  const busy = useSignal(false);
  const hindrance = useSignal<string | undefined>(undefined);

  async function finish(body: SetUpAnswers | undefined) {
    if (!body) return;
    busy.value = true;
    const answer = await setUp(body);
    if (answer.kind === "done") {
      dropKept();
      await refreshMe();
      route(`/programmes/${answer.value.programmeId}`, true);
      return;
    }
    busy.value = false;
    hindrance.value = answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind];
    if (answer.kind === "refused" && answer.refused === "address-not-confirmed") onNotConfirmed();
  }

  return { finish, busy, hindrance };
}

function answersOf(answers: Answers, token: string, programmeId: ProgrammeId): SetUpAnswers | undefined {
  const { name, email, organisation, programme } = answers;
  const timing = timingOf(programme);
  const variant = programme.variant.value;
  if (!timing || variant === "") return undefined;
  const about = { organisation: organisation.value, name: programme.name.value, timing, variant };
  return {
    token,
    programmeId,
    manager: { name: name.value, email: email.value },
    programme: { ...about, adultsOnly: true, contacts: contactsOf(programme), contactsApart: true },
  };
}

interface QuestionPageProps {
  readonly question: Question;
  readonly at: Signal<number>;
  readonly answers: Answers;
  readonly busy: boolean;
  readonly hindrance: string | undefined;
  readonly onDone: () => void;
}

function QuestionPage({ question, at, answers, busy, hindrance, onDone }: QuestionPageProps) {
  const faults = useMemo(() => signal<ReadonlyArray<FieldFault>>([]), []);
  const { Fields, lead } = question;
  const isFirst = at.value === 0;

  function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    faults.value = question.faults(answers);
    if (faults.value.length === 0) onDone();
  }

  return (
    <Page
      title={question.title}
      {...(lead !== undefined && { lead })}
      width="form"
      mark={isFirst ? <Mark /> : <p class="tag">{text.progress(at.value, questions.length - 1)}</p>}
    >
      <form class="stack stack-large" noValidate onSubmit={handleSubmit}>
        <ErrorSummary title={fieldText.faults} faults={faults.value} />
        {hindrance !== undefined && (
          <Notice kind="care" announce>
            {hindrance}
          </Notice>
        )}
        <Fields answers={answers} faults={faults.value} />
        <div class="buttons">
          <Button type="submit" busy={busy} wide="phone">
            {at.value === questions.length - 1 ? text.finish : text.next}
          </Button>
          {!isFirst && (
            <Button kind="plain" onClick={() => (at.value -= 1)}>
              {text.back}
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
}
