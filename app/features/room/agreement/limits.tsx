import { useSignal } from "@preact/signals";
import { isDay } from "../../../values/day.ts";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Button, ButtonLink } from "../../../web/ui/button.tsx";
import { CheckboxGroup } from "../../../web/ui/choice.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { LimitsWords } from "./limits-words.tsx";
import { NewWords, settleLimits } from "./new-words.tsx";
import { dutiesAsked } from "./duties/rules.ts";
import { decidesAboutMentee, type DutyId } from "./rules.ts";
import { DutiesNamed, LimitsTalked } from "./schema.ts";
import { agreementText as text, dutyText, partText } from "./text.ts";

/** Props of `LimitsPart`. */
export interface LimitsPartProps {
  readonly room: RoomInHand;
  /** Unfolds the statement: where the two read it together, or somebody asked for it. */
  readonly open?: boolean;
  /** The duties that are ticked at first, where none were named here. */
  readonly duties?: ReadonlyArray<DutyId> | undefined;
}

/** The limits (P09, P10): the statement with its exceptions, one's duties, and one tap "We talked about it". Each marks it alone. */
export function LimitsPart({ room, open = false, duties }: LimitsPartProps) {
  const { agreement } = room.view.state;
  const [mine, theirs] = [agreement.talked[room.me], agreement.talked[room.other]];
  return (
    <section class="stack agreement-limits" id="limits">
      <div class="stack stack-small">
        <h2>{partText.limits.title}</h2>
        <p class="muted">{mine === undefined ? partText.limits.ask : text.youTalked(formatDate(mine))}</p>
      </div>
      <Disclosure summary={text.statement} open={open}>
        <LimitsWords room={room} />
      </Disclosure>
      {mine !== undefined && <NewWords room={room} />}
      <TheirDuties room={room} />
      {decidesAboutMentee(agreement) && (
        <Notice kind="care" actions={<ButtonLink href={`/rooms/${room.roomId}/about`}>{text.decidesAct}</ButtonLink>}>
          {text.decides}
        </Notice>
      )}
      {room.isOpen &&
        (mine === undefined ? (
          <Mark room={room} duties={duties} />
        ) : (
          <Disclosure summary={text.myDuties}>
            <Mark room={room} />
          </Disclosure>
        ))}
      <p class="muted small">
        {theirs === undefined ? text.theyNotYet(room.name) : text.theyTalked(room.name, formatDate(theirs))}
      </p>
    </section>
  );
}

function TheirDuties({ room }: { readonly room: RoomInHand }) {
  const named = room.view.state.agreement.duties[room.other];
  if (!named) return null;
  return (
    <section>
      <h3>{text.dutiesOf(room.name)}</h3>
      <ul>
        {named.duties.map((duty) => (
          <li key={duty}>{dutyText[duty]}</li>
        ))}
      </ul>
    </section>
  );
}

function Mark({ room, duties: start }: Pick<LimitsPartProps, "room" | "duties">) {
  const { agreement } = room.view.state;
  const isMarked = agreement.talked[room.me] !== undefined;
  const duties = useSignal<ReadonlyArray<DutyId>>(agreement.duties[room.me]?.duties ?? start ?? []);
  const fault = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const { usual, seldom } = dutiesAsked(room.relationship.myRole === "mentor" ? "mentor" : "mentee");

  async function handleMark() {
    fault.value = duties.value.length === 0 ? text.tickOne : undefined;
    if (fault.value !== undefined) return;
    busy.value = true;
    await markLimits(room, duties.value);
    busy.value = false;
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleMark();
      }}
    >
      <CheckboxGroup
        label={text.duties}
        hint={text.dutiesHint}
        value={duties}
        error={fault.value}
        options={dutyOptions(usual)}
      />
      {seldom.length > 0 && (
        <Disclosure summary={text.moreDuties}>
          <CheckboxGroup label={text.dutiesToo} value={duties} options={dutyOptions(seldom)} />
        </Disclosure>
      )}
      <div>
        <Button type="submit" kind={isMarked ? "quiet" : "primary"} busy={busy.value}>
          {isMarked ? text.change : text.talked}
        </Button>
      </div>
    </form>
  );
}

function dutyOptions(ids: ReadonlyArray<DutyId>) {
  return ids.map((id) => ({ value: id, text: dutyText[id] }));
}

/** One tap: the duties, the mark with its day, and one's own yes to the statement. */
async function markLimits(room: RoomInHand, duties: ReadonlyArray<DutyId>): Promise<void> {
  const { agreement } = room.view.state;
  await room.write(eventOf(DutiesNamed, { duties: [...duties], other: "" }));
  const today = dayOf(Date.now());
  if (!agreement.talked[room.me] && isDay(today)) await room.write(eventOf(LimitsTalked, { on: today }));
  await settleLimits(room);
}
