/** How a room feature declares its sealed events: once, in its own `schema.ts`. */
import type * as z from "zod/mini";
import type { LogId } from "../../../values/id.ts";
import type { EventName, Opened } from "./rules.ts";

/** A text that an event claims its author has signed with their identity key. */
export interface SignedText {
  /** A uuid that names the agreement through all its versions. */
  readonly agreementId: string;
  readonly version: number;
  /** The exact text, as both see it. */
  readonly text: string;
  /** Ed25519, as base64url. */
  readonly signature: string;
}

/** The reveal of a card (docs/protocol.md, section 12). */
export interface RevealRecord {
  /** The record, as base64url. */
  readonly reveal: string;
  /** The room of the card, for an event in one's own log; left out, the log of the event. */
  readonly roomId?: LogId | undefined;
}

/** One kind of sealed event. */
export interface EventDeclaration<Name extends EventName = EventName, Payload = unknown> {
  readonly type: Name;
  /** From 1. A changed shape is a new version beside the old one, which stays readable for ever. */
  readonly version: number;
  readonly payload: z.core.$ZodType<Payload>;
  /** What search finds the event by. Left out: never found. */
  searched?(payload: Payload): string;
  /**
   * Texts whose signatures the vault verifies before anything is folded, against the author's identity key and both members.
   * Where one does not hold, the event is damaged, and no slice sees it.
   */
  signed?(payload: Payload): ReadonlyArray<SignedText>;
  /**
   * The card that the event turns over. The vault reads the reveal and works out its commitment before anything is folded (`Opened.card`).
   * Where it is none, the event is damaged.
   */
  turns?(payload: Payload): RevealRecord;
  /** True for the pieces of a document: their items are of the kind "document" (docs/protocol.md, section 7). */
  readonly isDocument?: boolean;
}

/** What a declaration may say beside its shape. */
export type EventOptions<Payload> = Pick<
  EventDeclaration<EventName, Payload>,
  "searched" | "signed" | "turns" | "isDocument"
>;

/**
 * Declares an event. `payload` is a strict object; it travels as JSON, so dates are `Day` and `Instant`, bytes are base64url.
 * `export const NoteWritten = defineEvent("notes.written", 1, z.strictObject({ text: plainText(20_000) }), { searched: ({ text }) => text });`
 */
export function defineEvent<const Name extends EventName, Payload>(
  type: Name,
  version: number,
  payload: z.core.$ZodType<Payload>,
  options: EventOptions<Payload> = {},
): EventDeclaration<Name, Payload> {
  return { type, version, payload, ...options };
}

/** The opened events that a list of declarations yields: `OpenedOf<typeof notesEvents>`. */
export type OpenedOf<Declarations extends ReadonlyArray<EventDeclaration>> = Declarations[number] extends infer One
  ? One extends EventDeclaration<infer Name, infer Payload>
    ? Opened<Name, Payload>
    : never
  : never;

/** An event that is about to be written. It can travel to a worker. */
export interface NewEvent<Name extends EventName = EventName, Payload = unknown> {
  readonly type: Name;
  readonly version: number;
  readonly payload: Payload;
}

/** An event to write: `vault.write(room, eventOf(NoteWritten, { text }))`. */
export function eventOf<Name extends EventName, Payload>(
  declaration: EventDeclaration<Name, Payload>,
  payload: Payload,
): NewEvent<Name, Payload> {
  return { type: declaration.type, version: declaration.version, payload };
}
