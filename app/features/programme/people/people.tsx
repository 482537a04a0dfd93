import { batch, computed, signal, useComputed, useSignal, type Signal } from "@preact/signals";
import { useMemo, useState } from "preact/hooks";
import { hindranceText } from "../../../web/client/answer.ts";
import { dayOf, formatCount } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { newId } from "../../../web/client/new-id.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Select } from "../../../web/ui/choice.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { EmptyState } from "../../../web/ui/empty-state.tsx";
import { AddIcon, UploadIcon } from "../../../web/ui/icons.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { invite } from "../invitations/api.ts";
import { refusalText } from "../invitations/text.ts";
import { LeftTogether } from "../leaving/left-together.tsx";
import { listPeople } from "./api.ts";
import { PeopleTable } from "./people-table.tsx";
import { narrow, type Narrowing, searchText, type ShownState } from "./rules.ts";
import type { ListedPerson, PeopleList } from "./schema.ts";
import { listText as text, stateText } from "./text.ts";
import "./people.css";

/** The people of a programme: who stands where, found and filtered, and invited. */
export function People({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => listPeople(programmeId, abort));
  const state = load.state.value;
  const lead = state.kind === "ready" ? leadOf(state.value) : undefined;
  return (
    <Page title={text.title} {...(lead !== undefined && { lead })} width="wide">
      <Loaded of={load} skeleton={<Skeleton shape="rows" count={8} />}>
        {(list) => <List programmeId={programmeId} list={list} onChanged={load.again} />}
      </Loaded>
    </Page>
  );
}

function leadOf({ programmeName, people }: PeopleList): string {
  return people.length === 0 ? programmeName : `${programmeName}, ${formatCount(people.length, text.count)}`;
}

interface ListProps {
  readonly programmeId: string;
  readonly list: PeopleList;
  readonly onChanged: () => void;
}

/** What a list is narrowed to outlives the way to somebody's page and back. */
interface Narrowed {
  readonly words: Signal<string>;
  readonly state: Signal<ShownState | "">;
  readonly role: Signal<"mentor" | "mentee" | "both" | "">;
  readonly team: Signal<string>;
}

const kept = new Map<string, Narrowed>();

function narrowedOf(programmeId: string): Narrowed {
  const known = kept.get(programmeId);
  if (known) return known;
  const made: Narrowed = { words: signal(""), state: signal(""), role: signal(""), team: signal("") };
  kept.set(programmeId, made);
  return made;
}

function List({ programmeId, list, onChanged }: ListProps) {
  const narrowed = narrowedOf(programmeId);
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const [now] = useState(() => Date.now());
  const indexed = useMemo(() => indexOf(list.people), [list]);
  const shown = useMemo(() => computed(() => narrow(indexed, valuesOf(narrowed), now)), [indexed, narrowed, now]);
  const base = `/programmes/${programmeId}/people`;

  if (list.people.length === 0) return list.hasFinished ? <p>{refusalText.finished}</p> : <Empty base={base} />;
  return (
    <div class="stack stack-large">
      <div class="people-acts">
        {list.isDraft ? (
          <Draft programmeId={programmeId} />
        ) : (
          <Asking programmeId={programmeId} list={list} chosen={chosen} onChanged={onChanged} />
        )}
        {!list.hasFinished && (
          <div class="buttons">
            <ButtonLink href={`${base}/import`} kind="quiet" icon={<UploadIcon />}>
              {text.importFile}
            </ButtonLink>
            <ButtonLink href={`${base}/add`} kind="plain" icon={<AddIcon />}>
              {text.add}
            </ButtonLink>
          </div>
        )}
      </div>
      <Narrow narrowed={narrowed} people={list.people} />
      <PeopleTable base={base} people={shown} all={list.people.length} chosen={chosen} now={now} today={dayOf(now)} />
    </div>
  );
}

function indexOf(people: ReadonlyArray<ListedPerson>) {
  const collator = new Intl.Collator();
  return people
    .toSorted((a, b) => collator.compare(a.name, b.name))
    .map((person) => ({ person, text: searchText(person) }));
}

function valuesOf({ words, state, role, team }: Narrowed): Narrowing {
  return { words: words.value, state: state.value, role: role.value, team: team.value };
}

function Empty({ base }: { readonly base: string }) {
  return (
    <EmptyState
      title={text.empty}
      example={text.emptyExample}
      action={
        <>
          <ButtonLink href={`${base}/import`} icon={<UploadIcon />}>
            {text.importFile}
          </ButtonLink>
          <ButtonLink href={`${base}/add`} kind="quiet" icon={<AddIcon />}>
            {text.add}
          </ButtonLink>
        </>
      }
    >
      {text.emptyHint}
    </EmptyState>
  );
}

/** A draft invites nobody: says what comes first. */
function Draft({ programmeId }: { readonly programmeId: string }) {
  return (
    <div class="cluster">
      <ButtonLink href={`/programmes/${programmeId}/launch`}>{text.draftAction}</ButtonLink>
      <span class="muted">{text.draft}</span>
    </div>
  );
}

interface AskingProps {
  readonly programmeId: string;
  readonly list: PeopleList;
  readonly chosen: Signal<ReadonlySet<string>>;
  readonly onChanged: () => void;
}

/** What can be done with those who were chosen; once a programme has ended, they can still be noted as gone. */
function Asking(props: AskingProps) {
  const { programmeId, list, chosen, onChanged } = props;
  if (chosen.value.size === 0)
    return list.hasFinished ? <p class="muted">{refusalText.finished}</p> : <Inviting {...props} />;
  return (
    <div class="cluster">
      {!list.hasFinished && <Inviting {...props} />}
      <LeftTogether programmeId={programmeId} leavingDays={list.leavingDays} chosen={chosen} onChanged={onChanged} />
      <Button kind="plain" onClick={() => (chosen.value = new Set())}>
        {text.unchoose}
      </Button>
    </div>
  );
}

/** Invites those who were chosen; while nobody is, everyone who has not been asked. */
function Inviting({ programmeId, list: { people }, chosen, onChanged }: AskingProps) {
  const busy = useSignal(false);
  const asking = useSignal(false);
  const notAsked = people.filter(({ state }) => state === "added").length;
  const some = chosen.value.size;

  const many = some > 0 ? some : notAsked;

  async function handleInvite() {
    asking.value = false;
    busy.value = true;
    const answer = await invite(programmeId, newId(), some > 0 ? [...chosen.value] : "not-yet-asked");
    busy.value = false;
    if (answer.kind !== "done") {
      toast(answer.kind === "refused" ? refusalText[answer.refused] : hindranceText[answer.kind]);
      return;
    }
    const { invited } = answer.value;
    toast(invited === 0 ? text.sentNone : formatCount(invited, text.sent));
    chosen.value = new Set();
    onChanged();
  }

  if (some === 0 && notAsked === 0) return null;
  return (
    <div class="cluster">
      <Button busy={busy.value} onClick={() => (many > 1 ? (asking.value = true) : void handleInvite())}>
        {some > 0 ? formatCount(some, text.inviteChosen) : formatCount(notAsked, text.inviteAll)}
      </Button>
      {some === 0 && <span class="muted">{formatCount(notAsked, text.notAsked)}</span>}
      <Sure open={asking} many={many} onInvite={() => void handleInvite()} />
    </div>
  );
}

interface SureProps {
  readonly open: Signal<boolean>;
  readonly many: number;
  readonly onInvite: () => void;
}

/** Mails cannot be taken back, so many at once are asked about. */
function Sure({ open, many, onInvite }: SureProps) {
  const actions = (
    <>
      <Button onClick={onInvite}>{formatCount(many, text.inviteSure)}</Button>
      <Button kind="plain" onClick={() => (open.value = false)}>
        {text.inviteBack}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={formatCount(many, text.inviteTitle)} actions={actions}>
      <p>{text.inviteWords}</p>
    </Dialog>
  );
}

interface NarrowProps {
  readonly narrowed: Narrowed;
  readonly people: ReadonlyArray<ListedPerson>;
}

const states = ["added", "invited", "expired", "enrolled", "paused", "aside", "left"] as const;
const stateOptions = [
  { value: "" as const, text: text.anyState },
  ...states.map((value) => ({ value, text: stateText[value] })),
];
const roleOptions = [
  { value: "" as const, text: text.anyRole },
  { value: "mentor" as const, text: text.mentor },
  { value: "mentee" as const, text: text.mentee },
  { value: "both" as const, text: text.both },
];

function teamOptions(people: ReadonlyArray<ListedPerson>) {
  const teams = [...new Set(people.map(({ team }) => team))].filter((team) => team !== "");
  const sorted = teams.toSorted((a, b) => a.localeCompare(b)).map((value) => ({ value, text: value }));
  return [{ value: "", text: text.anyTeam }, ...sorted];
}

function Narrow({ narrowed, people }: NarrowProps) {
  const teams = useMemo(() => teamOptions(people), [people]);
  const isNarrowed = useComputed(() => Object.values(valuesOf(narrowed)).some((value) => value !== ""));
  const { words, state, role, team } = narrowed;

  function handleClear() {
    batch(() => {
      words.value = "";
      state.value = "";
      role.value = "";
      team.value = "";
    });
  }

  return (
    <search class="stack stack-small">
      <div class="people-narrow">
        <TextField
          id="find"
          label={text.search}
          hint={text.searchHint}
          type="search"
          spellcheck={false}
          value={words}
        />
        <Select label={text.state} value={state} options={stateOptions} />
        <Select label={text.role} value={role} options={roleOptions} />
        <Select label={text.team} value={team} options={teams} />
      </div>
      {isNarrowed.value && (
        <div class="buttons-plain">
          <Button kind="plain" onClick={handleClear}>
            {text.clear}
          </Button>
        </div>
      )}
    </search>
  );
}
