/** How a room feature declares its sealed events: once, in its own `schema.ts`. */
import type * as z from "zod/mini";
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
}

/** What a declaration may say beside its shape. */
export type EventOptions<Payload> = Pick<EventDeclaration<EventName, Payload>, "searched" | "signed">;

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
