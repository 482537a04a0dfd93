import { signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { pmLaunch } from "../../../../content/en/programme.generated.ts";
import { type Answer, hindranceText } from "../../../web/client/answer.ts";
import { formatCount, formatList } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { Checkbox } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { waitForAnother } from "../contacts/rules.ts";
import { leastContacts } from "../programmes/rules.ts";
import { launchProgramme, markLaunchPoint, readLaunch } from "./api.ts";
import { type LaunchRefusal, ownPoints } from "./rules.ts";
import type { Launch as Checklist } from "./schema.ts";
import { pointText, refusalText, text } from "./text.ts";

/** What is done before the first invitation; a programme is a draft until then (P88). */
export function Launch({ programmeId }: { readonly programmeId: string }) {
  const load = useLoad(programmeId, (abort) => readLaunch(programmeId, abort));
  const loaded = load.state.value;
  const isOpen = loaded.kind === "ready" && !loaded.value.isDraft;
  return (
    <Page
      title={isOpen ? text.isOpen : text.title}
      lead={isOpen ? text.isOpenWords : text.lead}
      back={{ href: `/programmes/${programmeId}`, text: text.programme }}
    >
      <Loaded of={load} skeleton={<Skeleton count={4} />}>
        {(launch) =>
          launch.isDraft ? (
            <Points programmeId={programmeId} launch={launch} onOpened={load.again} />
          ) : (
            <div class="buttons">
              <ButtonLink href={`/programmes/${programmeId}/people`}>{text.toPeople}</ButtonLink>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

interface PointsProps {
  readonly programmeId: string;
  readonly launch: Checklist;
  readonly onOpened: () => void;
}

function Points({ programmeId, launch, onOpened }: PointsProps) {
  const marks = useMemo(
    () => ownPoints.map((point) => ({ point, done: signal(launch.done.includes(point)) })),
    [launch],
  );
  const { hindrance, told } = useTold();
  const findLacking = () => [
    ...marks.flatMap(({ point, done }) => (done.value ? [] : [point])),
    ...(launch.done.includes("contacts") ? [] : ["contacts" as const]),
  ];

  async function handleMark({ point, done }: (typeof marks)[number]) {
    if (!(await told(markLaunchPoint(programmeId, { point, done: done.value })))) done.value = !done.value;
  }

  async function handleOpen() {
    const lacking = findLacking();
    if (lacking.length > 0) {
      hindrance.value = text.lacking(lacking.map(pointText));
    } else if (await told(launchProgramme(programmeId))) {
      toast(text.opened);
      onOpened();
    }
  }

  return (
    <div class="stack stack-large">
      <section class="stack" aria-label={text.points}>
        {marks.map((mark) => (
          <Checkbox
            key={mark.point}
            label={pointText(mark.point)}
            value={mark.done}
            onChange={() => void handleMark(mark)}
          />
        ))}
        <Contacts programmeId={programmeId} launch={launch} />
      </section>
      <OpenButton hindrance={hindrance.value} onOpen={handleOpen} />
      <Everything />
    </div>
  );
}

interface OpenButtonProps {
  /** What was in the way when it was pressed, or when a point was marked. */
  readonly hindrance: string | undefined;
  readonly onOpen: () => Promise<void>;
}

/** It can be pressed at any time, and says what is still open. */
function OpenButton({ hindrance, onOpen }: OpenButtonProps) {
  const busy = useSignal(false);

  async function handleClick() {
    busy.value = true;
    await onOpen();
    busy.value = false;
  }

  return (
    <>
      {hindrance !== undefined && (
        <Notice kind="care" announce>
          {hindrance}
        </Notice>
      )}
      <div class="buttons">
        <Button busy={busy.value} wide="phone" onClick={() => void handleClick()}>
          {text.open}
        </Button>
      </div>
    </>
  );
}

function Everything() {
  return (
    <Disclosure summary={text.all}>
      <Guidance block={pmLaunch} />
    </Disclosure>
  );
}

/** Says why something could not be done. */
function useTold() {
  const hindrance = useSignal<string | undefined>(undefined);
  const told = async (asked: Promise<Answer<unknown, LaunchRefusal>>): Promise<boolean> => {
    const answer = await asked;
    hindrance.value =
      answer.kind === "done"
        ? undefined
        : answer.kind === "refused"
          ? refusalText[answer.refused]
          : hindranceText[answer.kind];
    return answer.kind === "done";
  };
  return { hindrance, told };
}

const readyIn = ({ contacts }: Checklist) =>
  formatList(contacts.filter(({ state }) => state === "ready").map(({ name }) => name));

/** What the contacts' point waits for. */
function missing({ contacts, withoutContact }: Checklist): string {
  const states = contacts.map(({ state }) => state);
  if (waitForAnother(states)) return text.hasLeft;
  const ready = states.filter((state) => state === "ready").length;
  return ready < leastContacts ? text.fewReady : formatCount(withoutContact, text.without);
}

/** Contacts are asked on a page of their own; here it is only looked up. */
function Contacts({ programmeId, launch }: Pick<PointsProps, "programmeId" | "launch">) {
  const isDone = launch.done.includes("contacts");
  const value = useMemo(() => signal(isDone), [isDone]);
  return (
    <div>
      <Checkbox
        label={pointText("contacts")}
        hint={isDone ? text.contacts(readyIn(launch)) : missing(launch)}
        value={value}
        disabled
      />
      {!isDone && <a href={`/programmes/${programmeId}/contacts`}>{text.toContacts}</a>}
    </div>
  );
}
