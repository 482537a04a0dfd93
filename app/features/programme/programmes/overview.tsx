import { useState } from "preact/hooks";
import { formatCount, formatDate } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { ButtonLink } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { PromiseLine } from "../../../web/ui/promise-line.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { readProgramme } from "./api.ts";
import { type NextStep, nextStep } from "./rules.ts";
import type { ProgrammeCounts, ProgrammeFacts } from "./schema.ts";
import { countText, overviewText as text, placeSentence, variantText } from "./text.ts";
import "./overview.css";

type Programme = ProgrammeFacts & {
  readonly counts: ProgrammeCounts;
  readonly isDraft: boolean;
  readonly finishesAt: number | null;
  readonly isNext: boolean;
  readonly newAsks: number;
  readonly someMayLikeAWord: boolean;
  readonly contactsToAsk: number;
  readonly withoutContact: number;
};

/** A programme as its managers see it: who stands where, what comes next, and what they will never see. */
export function ProgrammeOverview({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readProgramme(programmeId, abort));
  const state = load.state.value;
  const known = state.kind === "ready" ? state.value : undefined;
  return (
    <Page
      title={known?.name ?? ""}
      {...(known && { lead: leadOf(known) })}
      width="room"
      head={<PromiseLine links={[{ href: "/what-oakroom-can-see", text: text.see }]}>{text.promise}</PromiseLine>}
    >
      <Loaded of={load} skeleton={<Skeleton shape="card" count={3} />}>
        {(programme) => <Standing programme={programme} />}
      </Loaded>
    </Page>
  );
}

function leadOf({ organisation, timing, isDraft }: Programme): string {
  const when =
    timing.kind === "cohort" ? text.cohort(formatDate(timing.startsOn), formatDate(timing.endsOn)) : text.rolling;
  return [organisation, when, ...(isDraft ? [text.draft] : [])].join(" · ");
}

const places: Readonly<Record<NextStep, string>> = {
  people: "people/import",
  contacts: "contacts",
  launch: "launch",
  invite: "people",
  match: "matching",
  join: "people",
  answers: "matching",
  none: "pairs",
};

function Standing({ programme }: { readonly programme: Programme }) {
  const base = `/programmes/${programme.programmeId}`;
  const [now] = useState(() => Date.now());
  const hasEnded = programme.finishesAt !== null && programme.finishesAt <= now;
  const step = nextStep({ ...programme, ...programme.counts });
  return (
    <div class="with-aside">
      <div class="stack stack-large">
        <Card soft title={hasEnded ? text.ended : text.next}>
          <div class="stack">
            <p>{hasEnded ? text.endedWords : nextWords(step, programme.counts)}</p>
            <div class="buttons">
              {hasEnded ? (
                <ButtonLink href={`${base}/next`}>{text.makeNext}</ButtonLink>
              ) : (
                <ButtonLink href={`${base}/${places[step]}`}>{text.steps[step].action}</ButtonLink>
              )}
              {!programme.isDraft && !hasEnded && (
                <ButtonLink kind="plain" href={`${base}/reminders`}>
                  {text.remind}
                </ButtonLink>
              )}
              {!programme.isDraft && (
                <ButtonLink kind="plain" href={`${base}/asks`}>
                  {programme.newAsks > 0 ? formatCount(programme.newAsks, text.asked) : text.asks}
                </ButtonLink>
              )}
            </div>
          </div>
        </Card>
        <Counts title={text.people} href={`${base}/people`} counts={programme.counts.people} words={countText.people} />
        {programme.someMayLikeAWord && (
          <p>
            <a href={`${base}/pairs`}>{text.someMayLikeAWord}</a>
          </p>
        )}
        <Counts title={text.pairs} href={`${base}/pairs`} counts={programme.counts.pairs} words={countText.pairs} />
      </div>
      <Settled programme={programme} base={base} />
    </div>
  );
}

/** What waits for others is said first; beside another step, too. */
function nextWords(step: NextStep, { people, pairs }: ProgrammeCounts): string {
  const open = pairs.proposed > 0 ? [formatCount(pairs.proposed, text.open)] : [];
  const notJoined = people.invited > 0 && step !== "invite" ? [formatCount(people.invited, text.notJoined)] : [];
  return [...open, ...notJoined, text.steps[step].text].join(" ");
}

interface CountsProps<Name extends string> {
  readonly title: string;
  readonly href: string;
  readonly counts: Readonly<Record<Name, number>>;
  readonly words: Readonly<Record<Name, string>>;
}

/** How many stand where. Counts of states; nothing else about anybody is counted. */
function Counts<Name extends string>({ title, href, counts, words }: CountsProps<Name>) {
  const rows = Object.entries<string>(words).flatMap(([name, word]) => {
    const many = Object.entries<number>(counts).find(([other]) => other === name)?.[1] ?? 0;
    return [{ word, many }];
  });
  return (
    <section class="overview-counts" aria-labelledby={`counts-${title}`}>
      <h2 id={`counts-${title}`}>
        <a href={href}>{title}</a>
      </h2>
      <ul class="plain-list">
        {rows.map(({ word, many }) => (
          <li key={word} data-none={many === 0 || undefined}>
            <b class="figures">{many}</b> {word}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Settled({ programme, base }: { readonly programme: Programme; readonly base: string }) {
  const { variant, wording, contacts, withoutContact } = programme;
  return (
    <aside class="aside">
      <section class="stack">
        <h2 class="aside-head">{text.limits}</h2>
        <p class="strong">{variantText[variant]}</p>
        <p>{placeSentence(variant)}</p>
        {wording !== "" && <Words>{wording}</Words>}
      </section>
      <section class="stack">
        <h2 class="aside-head">{text.contacts}</h2>
        <ul class="plain-list stack stack-small">
          {contacts.map(({ name, email }) => (
            <li key={email}>
              <span dir="auto">{name}</span>
              <br />
              <a href={`mailto:${email}`}>{email}</a>
            </li>
          ))}
        </ul>
        {withoutContact > 0 && <p class="small strong">{formatCount(withoutContact, text.withoutContact)}</p>}
        <p>
          <a href={`${base}/contacts`}>{text.contactsMore}</a>
        </p>
        <Elsewhere programme={programme} base={base} />
      </section>
    </aside>
  );
}

/** The pages on which managers look after the programme itself. */
function Elsewhere({
  programme: { isDraft, isNext, finishesAt },
  base,
}: {
  readonly programme: Programme;
  readonly base: string;
}) {
  const links = [
    { to: "settings", words: text.change },
    { to: "managers", words: text.managers },
    { to: "changes", words: text.changes },
    ...(isNext ? [{ to: "continuing", words: text.whoContinues }] : []),
    ...(isDraft ? [] : [{ to: "finish", words: finishesAt === null ? text.end : text.theEnd }]),
    ...(isDraft ? [] : [{ to: "next", words: text.makeNext }]),
  ];
  return (
    <>
      {links.map(({ to, words }) => (
        <p key={to}>
          <a href={`${base}/${to}`}>{words}</a>
        </p>
      ))}
    </>
  );
}
