import { type Signal, useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { type Day, isDay } from "../../../values/day.ts";
import type { AccountId, ItemId } from "../../../values/id.ts";
import { draft, dropDraft } from "../../../web/client/draft.ts";
import { dayOf } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { DateField, TextArea, TextField } from "../../../web/ui/text-field.tsx";
import { CommitmentMade } from "../commitments/schema.ts";
import { type RoomInHand, useNow } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import {
  type FirstStep,
  type Goal,
  type GoalRefusal,
  isLonger,
  livingGoals,
  longestAnswer,
  refuseGoal,
  sixMonthsAfter,
} from "./rules.ts";
import { GoalChanged, GoalSet } from "./schema.ts";
import { goalsText as text, refusalText } from "./text.ts";

/** Props of `GoalForm`. */
export interface GoalFormProps {
  readonly room: RoomInHand;
  /** The goal to change; left out, a new one is set. */
  readonly goal?: Goal;
  readonly onDone: () => void;
}

/** Sets a goal, or changes one; a first step becomes a commitment (P78). */
export function GoalForm({ room, goal, onDone }: GoalFormProps) {
  const today = dayOf(useNow());
  const day = isDay(today) ? today : undefined;
  const key = `goal:${room.roomId}:${goal?.id ?? ""}`;
  const fields: Fields = {
    text: draft(`${key}:text`, goal?.text),
    why: draft(`${key}:why`, goal?.why),
    notice: draft(`${key}:notice`, goal?.notice),
    on: useSignal<string>(goal?.on ?? (day ? sixMonthsAfter(day) : "")),
    step: draft(`${key}:step`),
    stepOn: useSignal(""),
  };
  const fault = useSignal<GoalRefusal | undefined>(undefined);
  const on = fields.on.value;
  const longer = day !== undefined && isDay(on) && isLonger(on, day);
  const end = () => {
    for (const part of ["text", "why", "notice", "step"]) dropDraft(`${key}:${part}`);
    onDone();
  };

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readFields(fields);
    if (!day || !read) {
      fault.value = "date-gone-by";
      return;
    }
    const others = livingGoals(room.view.state.goals).filter(({ id }) => id !== goal?.id);
    const hasStep = goal !== undefined && room.view.state.commitments.all.some((one) => one.goal === goal.id);
    // A goal that has its first step is not asked for another one.
    const refused = refuseGoal(hasStep && longer ? { ...read.words, on: day } : read.words, read.step, others, day);
    fault.value = refused;
    if (!refused && (await save(room, goal, read))) end();
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <GoalFields fields={fields} today={today} longer={longer} fault={fault.value} />
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {goal ? text.keep : text.save}
        </Button>
        <Button kind="plain" onClick={end}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

interface Fields {
  readonly text: Signal<string>;
  readonly why: Signal<string>;
  readonly notice: Signal<string>;
  readonly on: Signal<string>;
  readonly step: Signal<string>;
  readonly stepOn: Signal<string>;
}

interface Read {
  readonly words: { readonly text: string; readonly why: string; readonly notice: string; readonly on: Day };
  readonly step: FirstStep;
}

function readFields({ text: what, why, notice, on, step, stepOn }: Fields): Read | undefined {
  if (!isDay(on.value)) return undefined;
  const words = { text: what.value, why: why.value.trim(), notice: notice.value.trim(), on: on.value };
  return { words, step: { text: step.value.trim(), due: isDay(stepOn.value) ? stepOn.value : undefined } };
}

/** Steps are the mentee's: the goals are what the mentee came for. */
function menteeOf(room: RoomInHand): AccountId {
  return room.relationship.myRole === "mentee" ? room.me : room.other;
}

async function save(room: RoomInHand, goal: Goal | undefined, { words, step }: Read): Promise<boolean> {
  const written = await room.write(goal ? eventOf(GoalChanged, { goal: goal.id, ...words }) : eventOf(GoalSet, words));
  if (!written) return false;
  if (step.text !== "") await room.write(eventOf(CommitmentMade, stepOf(room, goal?.id ?? written, step)));
  return true;
}

function stepOf(room: RoomInHand, goal: ItemId, { text: what, due }: FirstStep) {
  return { owner: menteeOf(room), text: what, goal, ...(due ? { due } : {}) };
}

interface GoalFieldsProps {
  readonly fields: Fields;
  readonly today: string;
  readonly longer: boolean;
  readonly fault: GoalRefusal | undefined;
}

/** The field that each refusal is about. */
const faultyField: Readonly<Record<GoalRefusal, keyof Fields>> = {
  "nothing-written": "text",
  "three-are-enough": "text",
  "date-gone-by": "on",
  "needs-first-step": "step",
  "step-too-late": "stepOn",
};

function GoalFields({ fields, today, longer, fault }: GoalFieldsProps) {
  const errorOf = (field: keyof Fields) => (fault && faultyField[fault] === field ? refusalText[fault] : undefined);
  return (
    <>
      <TextField label={text.what} value={fields.text} error={errorOf("text")} />
      <TextArea label={text.why} value={fields.why} rows={2} words most={longestAnswer} optional />
      <TextArea
        label={text.notice}
        hint={text.noticeHint}
        value={fields.notice}
        rows={2}
        words
        most={longestAnswer}
        optional
      />
      <DateField label={text.on} hint={text.onHint} value={fields.on} min={today} error={errorOf("on")} />
      {longer && <p>{text.longer}</p>}
      <div class="columns">
        <TextField label={text.step} value={fields.step} optional={!longer} error={errorOf("step")} />
        <DateField label={text.stepOn} value={fields.stepOn} min={today} optional={!longer} error={errorOf("stepOn")} />
      </div>
    </>
  );
}
