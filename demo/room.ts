/** What two people do in a room, step by step: the same events that the screens write. */
import { agreedParts, type DutyId, type PartWording } from "../app/features/room/agreement/rules.ts";
import {
  AgreementSigned,
  DutiesNamed,
  LimitsTalked,
  PartAccepted,
  PartPreferred,
  PartProposed,
} from "../app/features/room/agreement/schema.ts";
import { versionToSign } from "../app/features/room/agreement/signing/rules.ts";
import { textToSign } from "../app/features/room/agreement/signing/text.ts";
import { CommitmentDone, CommitmentMade } from "../app/features/room/commitments/schema.ts";
import { PrivateNoted } from "../app/features/room/drawer/schema.ts";
import { HeardAnswered, HeardSent, NoteWritten } from "../app/features/room/notes/schema.ts";
import type { Slot, Way } from "../app/features/room/sessions/rules.ts";
import {
  SessionClosed,
  SessionOffered,
  SessionPlanned,
  SessionStepped,
  SessionTakeaway,
  SessionTopic,
} from "../app/features/room/sessions/schema.ts";
import { referTo } from "../app/features/room/state/reference/rules.ts";
import { eventOf } from "../app/features/room/state/schema.ts";
import type { RelationshipId } from "../app/values/id.ts";
import { type Day, dayIn } from "../app/values/day.ts";
import { type ItemId, SessionId } from "../app/values/id.ts";
import { minute } from "../app/values/instant.ts";
import { zone } from "./calendar.ts";
import type { MovedClock } from "./moved-clock.ts";
import { Pair, type Side } from "./pair.ts";
import type { Person } from "./person.ts";
import { newId } from "./visitor.ts";

/** What a session leaves behind. */
export interface Met {
  readonly topic: string;
  readonly takeaways: Readonly<Record<Side, string>>;
  /** Answered with "yes". */
  readonly heard?: string;
  readonly promises?: ReadonlyArray<readonly [side: Side, text: string, due: Day]>;
  readonly next?: Slot;
}

const otherOf = (side: Side): Side => (side === "mentee" ? "mentor" : "mentee");

/** A room that two people fill over weeks. */
export class Room {
  readonly pair: Pair;
  readonly #clock: MovedClock;
  readonly #way: Way;
  #session: SessionId | undefined;

  constructor(clock: MovedClock, relationship: RelationshipId, people: Readonly<Record<Side, Person>>, way: Way) {
    this.pair = new Pair(relationship, people.mentee, people.mentor);
    this.#clock = clock;
    this.#way = way;
  }

  #passes(minutes: number): void {
    this.#clock.goTo(this.#clock.now() + minutes * minute);
  }

  async #tellDates(side: Side): Promise<void> {
    await this.pair.tellDates(side, this.#clock.now());
  }

  /** Writes a message. */
  async writes(side: Side, text: string): Promise<void> {
    await this.pair.write(side, eventOf(NoteWritten, { text }));
  }

  /** Writes something that nobody else sees. */
  async notesPrivately(side: Side, text: string): Promise<void> {
    const { vault } = this.pair.who(side);
    const sessionId = this.#session;
    const noted = { roomId: this.pair.room, text, ...(sessionId && { sessionId }) };
    await vault.writeOwn(eventOf(PrivateNoted, noted));
  }

  /** Offers a date, and the other takes it. */
  async findDate(side: Side, slots: ReadonlyArray<Slot>, note: string): Promise<void> {
    const sessionId = SessionId.parse(newId(this.#clock.now()));
    await this.pair.write(side, eventOf(SessionOffered, { sessionId, slots: [...slots], way: this.#way, note }));
    this.#passes(190);
    const [slot] = slots;
    if (!slot) return;
    await this.pair.write(otherOf(side), eventOf(SessionPlanned, { sessionId, slot, way: this.#way }));
    await this.#tellDates(otherOf(side));
    this.#session = sessionId;
  }

  /** Offers dates that wait for an answer. */
  async offer(side: Side, slots: ReadonlyArray<Slot>, note: string): Promise<void> {
    const sessionId = SessionId.parse(newId(this.#clock.now()));
    await this.pair.write(side, eventOf(SessionOffered, { sessionId, slots: [...slots], way: this.#way, note }));
  }

  /** The limits, which both talk through in their first meeting. */
  async talkLimitsThrough(duties: Readonly<Record<Side, ReadonlyArray<DutyId>>>): Promise<void> {
    const on = dayIn(this.#clock.now(), zone);
    for (const side of ["mentee", "mentor"] as const) {
      await this.pair.write(side, eventOf(DutiesNamed, { duties: [...duties[side]], other: "" }));
      await this.pair.write(side, eventOf(LimitsTalked, { on }));
    }
  }

  /** Settles a part: the one proposes, the other says "Fine for me". Whoever asked for something else alone is heard first. */
  async agree(by: Side, wording: PartWording, preferred?: PartWording): Promise<void> {
    if (preferred) await this.pair.write(otherOf(by), eventOf(PartPreferred, preferred));
    await this.pair.write(by, eventOf(PartProposed, wording));
    const { agreement } = (await this.pair.view(otherOf(by))).state;
    const proposal = agreement.parts[wording.part]?.proposal;
    if (!proposal) throw new Error("nothing was proposed");
    await this.pair.write(otherOf(by), eventOf(PartAccepted, { proposal: referTo(proposal) }));
  }

  /** Both sign everything that they said yes to, each with the own passphrase. */
  async sign(): Promise<void> {
    for (const side of ["mentee", "mentor"] as const) {
      const { me, state } = await this.pair.view(side);
      const { agreement } = state;
      const text = textToSign(agreedParts(agreement));
      const toSign = { agreementId: this.pair.room, version: versionToSign(agreement, me, text), text };
      const { vault, passphrase } = this.pair.who(side);
      const signatures = await vault.signTexts(this.pair.room, [toSign], { passphrase });
      if (typeof signatures === "string") throw new Error(`not signed: ${signatures}`);
      for (const signature of signatures)
        await this.pair.write(side, eventOf(AgreementSigned, { ...toSign, signature }));
    }
  }

  /** What the mentee would like to talk about. */
  async asksFor(text: string): Promise<void> {
    const sessionId = this.#session;
    if (sessionId) await this.pair.write("mentee", eventOf(SessionTopic, { sessionId, text }));
  }

  /** A promise is kept. */
  async keeps(side: Side, commitment: ItemId): Promise<void> {
    await this.pair.write(side, eventOf(CommitmentDone, { commitment }));
  }

  /** Meets: Open, Talk, Close. The answer is what was promised. */
  async meet(met: Met, during?: () => Promise<void>): Promise<ReadonlyArray<ItemId>> {
    const sessionId = this.#session;
    if (!sessionId) throw new Error("there is no date");
    if (met.topic !== "") await this.asksFor(met.topic);
    await this.pair.write("mentee", eventOf(SessionStepped, { sessionId, step: "open" }));
    this.#passes(8);
    await this.pair.write("mentor", eventOf(SessionStepped, { sessionId, step: "talk" }));
    await during?.();
    this.#passes(32);
    if (met.heard !== undefined) {
      await this.pair.write("mentor", eventOf(HeardSent, { text: met.heard, sessionId }));
      const heard = (await this.pair.view("mentee")).state.notes.heard.at(-1);
      if (heard) await this.pair.write("mentee", eventOf(HeardAnswered, { heard: referTo(heard), answer: "yes" }));
    }
    await this.pair.write("mentor", eventOf(SessionStepped, { sessionId, step: "close" }));
    this.#passes(6);
    return this.#close(sessionId, met);
  }

  async #close(sessionId: SessionId, { takeaways, promises = [], next }: Met): Promise<ReadonlyArray<ItemId>> {
    for (const side of ["mentee", "mentor"] as const)
      await this.pair.write(
        side,
        eventOf(SessionTakeaway, { sessionId, of: this.pair.who(side).account, text: takeaways[side] }),
      );
    const made: ItemId[] = [];
    for (const [side, text, due] of promises)
      made.push(
        await this.pair.write(
          side,
          eventOf(CommitmentMade, { owner: this.pair.who(side).account, text, due, sessionId }),
        ),
      );
    await this.pair.write("mentee", eventOf(SessionClosed, { sessionId, metOn: dayIn(this.#clock.now(), zone) }));
    this.#session = undefined;
    if (next) {
      this.#session = SessionId.parse(newId(this.#clock.now()));
      await this.pair.write(
        "mentee",
        eventOf(SessionPlanned, { sessionId: this.#session, slot: next, way: this.#way }),
      );
    }
    await this.#tellDates("mentee");
    return made;
  }
}
