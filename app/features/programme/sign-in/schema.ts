/** Signing in: by a link and a code that arrive by mail. Nothing here ever sees a passphrase. */
import * as z from "zod/mini";
import { AccountId, ParticipantId, ProgrammeId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { Roles } from "../../../values/role.ts";
import { EmailAddress } from "../../../values/text.ts";

/** A bearer token as links carry it: 43 signs of base64url. */
export const Token = z.string().check(z.regex(/^[\w-]{43}$/));

/** Asks for a mail with a link and a code. Known and unknown addresses are answered alike, after the same work. */
export const AskToSignIn = operation({
  id: "askToSignIn",
  method: "POST",
  path: "/sign-in",
  summary: "Ask for a sign-in mail",
  body: z.strictObject({ email: EmailAddress }),
  refusals: ["too-many-tries"],
});

/** Signs in with the code of the mail, in the browser that asked. */
export const SignInWithCode = operation({
  id: "signInWithCode",
  method: "POST",
  path: "/sign-in/code",
  summary: "Sign in with the six digits of the mail, in the browser that asked",
  body: z.strictObject({ code: z.string().check(z.regex(/^\d{6}$/)) }),
  answer: z.object({ signedIn: z.literal(true) }),
  refusals: ["wrong-code", "too-many-tries", "expired"],
});

/** Signs in with the link of the mail, in any browser, once. */
export const SignInWithLink = operation({
  id: "signInWithLink",
  method: "POST",
  path: "/sign-in/link",
  summary: "Sign in with the link of the mail",
  body: z.strictObject({ token: Token }),
  answer: z.object({ signedIn: z.literal(true) }),
  refusals: ["expired", "used"],
});

/** Ends this sign-in record at once. */
export const SignOut = operation({
  id: "signOut",
  method: "POST",
  path: "/sign-out",
  summary: "Sign out on this browser",
});

/** Ends every sign-in record of the person at once: for a lost device. */
export const SignOutEverywhere = operation({
  id: "signOutEverywhere",
  method: "POST",
  path: "/sign-out/everywhere",
  summary: "Sign out on every browser",
});

/** Somebody to whom one can write. */
const Person = z.object({ name: z.string(), email: z.string() });

/** A contact for concerns; the fingerprint of their key is six words, and missing until they are ready. */
const Contact = z.object({ ...Person.shape, fingerprint: z.optional(z.string()) });

/** One programme that the person takes part in. */
export const Participation = z.object({
  programmeId: ProgrammeId,
  programmeName: z.string(),
  participantId: ParticipantId,
  roles: Roles,
  state: z.enum(["invited", "enrolled", "paused", "aside", "left"]),
  /** Who manages it: whom its people can turn to, with an address each. */
  managers: z.array(Person),
  /** Whom the person can turn to with a concern: nobody in a line with them, or with anyone they share a room with. */
  contacts: z.array(Contact),
  /** From when on the programme has ended; missing where no end is set. */
  finishesAt: z.optional(Instant),
});
/** One programme that the person takes part in. */
export type Participation = z.infer<typeof Participation>;

/** Who is signed in, and where they belong. */
export const Me = z.object({
  accountId: AccountId,
  name: z.string(),
  email: z.string(),
  /** True once the person's keys are enrolled. */
  hasKeys: z.boolean(),
  participations: z.array(Participation),
  manages: z.array(
    z.object({
      programmeId: ProgrammeId,
      programmeName: z.string(),
      finishesAt: z.optional(Instant),
      /** Questions that no manager looks after yet; missing where there is none. */
      newAsks: z.optional(z.number()),
    }),
  ),
  /** The programmes that asked the person to be a contact for concerns; missing where none did. */
  contactIn: z.optional(
    z.array(
      z.object({
        programmeId: ProgrammeId,
        programmeName: z.string(),
        /** "asked", "ready" or "left", as in programme/contacts. */
        state: z.string(),
        /** How much was shown to the person that they have not taken up; missing where nothing was. */
        waiting: z.optional(z.number()),
      }),
    ),
  ),
});
/** Who is signed in, and where they belong. */
export type Me = z.infer<typeof Me>;

/** Whether anybody is signed in on this browser. Never 401, which browsers report as an error. */
export const AskSignedIn = operation({
  id: "askSignedIn",
  method: "GET",
  path: "/signed-in",
  summary: "Whether anybody is signed in",
  answer: z.object({ signedIn: z.boolean() }),
});

/** Who is signed in. */
export const ReadMe = operation({
  id: "readMe",
  method: "GET",
  path: "/me",
  summary: "Who is signed in, and where they belong",
  answer: Me,
});
