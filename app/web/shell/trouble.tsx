import { Component, type ComponentChildren } from "preact";
import { keptDrafts } from "../client/draft.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card, Words } from "../ui/card.tsx";
import { Page } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { troubleText as text } from "./text.ts";

/** For a screen whose code did not arrive: no connection, or a newer build on the server. */
export function NotFetched() {
  return (
    <Page title={text.codeTitle} lead={text.codeLead} width="form">
      <div class="stack stack-large">
        <Button onClick={() => location.reload()}>{text.reload}</Button>
        <Kept />
      </div>
    </Page>
  );
}

/** What was being typed anywhere, to be copied: nobody loses a paragraph to a fault of ours. */
function Kept() {
  const drafts = keptDrafts();
  if (drafts.length === 0) return null;
  return (
    <section class="stack">
      <h2>{text.kept}</h2>
      {drafts.map((words) => (
        <Card key={words}>
          <Words>{words}</Words>
          <Button kind="plain" onClick={() => void copy(words)}>
            {text.copy}
          </Button>
        </Card>
      ))}
    </section>
  );
}

async function copy(words: string): Promise<void> {
  await navigator.clipboard.writeText(words);
  toast(text.copied);
}

interface NetProps {
  /** Another place: the net is whole again. */
  readonly place: string;
  readonly children: ComponentChildren;
}

/** Catches a defect of a screen and shows one calm page in its stead; the frame around it goes on working. */
export class Net extends Component<NetProps, { failedAt: string | undefined }> {
  override state = { failedAt: undefined };

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  override render({ place, children }: NetProps, { failedAt }: { failedAt: string | undefined }) {
    if (failedAt !== place) return children;
    const kept = keptDrafts().length > 0;
    return (
      <Page title={text.failedTitle} lead={kept ? text.failedLead : text.failedPlain} width="form">
        <div class="stack stack-large">
          <div class="buttons">
            <Button onClick={() => this.setState({ failedAt: undefined })}>{text.again}</Button>
            <ButtonLink href="/" kind="quiet">
              {text.home}
            </ButtonLink>
          </div>
          <Kept />
        </div>
      </Page>
    );
  }
}
