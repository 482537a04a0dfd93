/** What a row of the authorisation matrix says. */

/** Who asks. An operator has no way in over HTTP: commands are theirs. */
export const whos = [
  /** Nobody. */
  "anonymous",
  /** The cookie of a record that was ended. */
  "signedOut",
  /** The cookie of a record that ran out. */
  "expired",
  /** The token of an invitation, of a sign-in link and of a set-up link, each held as if it were a cookie. */
  "borrowed",
  /** The two of pair one, in programme one. */
  "mentee",
  "mentor",
  /** The mentee of pair two, in programme one. */
  "otherPair",
  /** The mentee of a pair of programme one that has ended. */
  "endedPair",
  /** The mentees of two open suggestions in programme one. */
  "suggested",
  "otherSuggested",
  /** Somebody of programme one who accepted the invitation and goes no further yet; who rests; who left. */
  "joined",
  "resting",
  "gone",
  /** The managers of programme one and two, and the mentee of a pair in programme two. */
  "manager",
  "otherManager",
  /** A second manager of programme one, who rests in it as a mentor. */
  "takingPart",
  "otherMentee",
  /** A safeguarding contact: for concerns of programme one, with keys. And somebody who is in no programme. */
  "contact",
  "stranger",
] as const;

/** Who asks. */
export type Who = (typeof whos)[number];

/** Who has no valid sign-in record. */
export const outside = ["anonymous", "signedOut", "expired", "borrowed"] as const satisfies ReadonlyArray<Who>;

/** What the ids in a request name, by kind, seen from programme one and pair one. */
export const relations = {
  /** No id at all. */
  nothing: ["own"],
  /** Programme one; programme two; none. */
  programme: ["own", "abroad", "missing"],
  /** Somebody of programme one; somebody of two under programme one's id; both of two; somebody who was removed; nobody; the manager who takes part. */
  person: ["self", "own", "crossed", "abroad", "deleted", "missing"],
  /** The draft of programme one; that of two under programme one's id; both of two; none. */
  draft: ["own", "crossed", "abroad", "missing"],
  /** What was asked in programme one; that of two under programme one's id; both of two; none. */
  ask: ["own", "crossed", "abroad", "missing"],
  /** An import of programme one; the same under programme two's id; none. */
  import: ["own", "crossed", "missing"],
  /** Pair one; pair two of the same programme; a pair that has ended; a pair of programme two; none. */
  pair: ["own", "neighbour", "ended", "abroad", "missing"],
  /** An open suggestion; another of the same programme; one that came about; one of programme two; none. */
  suggestion: ["own", "neighbour", "ended", "abroad", "missing"],
  /** The room of pair one; of pair two; of an ended pair; of programme two; the mentee's own log; none. */
  log: ["own", "neighbour", "ended", "abroad", "private", "missing"],
  /** The mentor of pair one; the mentee of pair two; the mentee of programme two; nobody. */
  account: ["own", "neighbour", "abroad", "missing"],
  /** Shown to the contact; to another contact of programme one; to one of programme two; nothing. */
  disclosure: ["own", "neighbour", "abroad", "missing"],
  /** A calendar of the mentee of pair one; of the mentee of programme two; none. Its address is the credential. */
  calendar: ["own", "abroad", "missing"],
} as const satisfies Readonly<Record<string, ReadonlyArray<Relation>>>;

/** What an id names, seen from programme one and pair one. */
export type Relation =
  | "own"
  | "neighbour"
  | "ended"
  | "abroad"
  | "crossed"
  | "private"
  | "deleted"
  | "missing"
  | "self";

/** The kinds of things that ids name. */
export type About = keyof typeof relations;

/** Who may do it on what, with the status they get: 200, or 409 where they may and it cannot be now. */
export type Allowed = { readonly [who in Who]?: { readonly [relation in Relation]?: 200 | 409 } };

/**
 * One operation. Whoever and whatever is not named is refused: 401 without a valid sign-in record, 404 with one,
 * in the same bytes whether a thing is foreign or not there.
 */
export interface Row {
  readonly about: About;
  /**
   * "everyone" asks no guard; "signed-in" asks for a sign-in record alone; "holder" asks for the token in the path and looks at no
   * sign-in record. Each says which status everyone gets.
   */
  readonly may:
    | { readonly everyone: 200 | 409 }
    | { readonly signedIn: 200 | 409 }
    | { readonly holder: 200 }
    | Allowed;
  /** True where the request as it is sent here leaves the database alone, also with status 200. So does every GET. */
  readonly keeps?: true;
}

/** The status that a row expects. */
export function expected(row: Row, who: Who, relation: Relation): 200 | 401 | 404 | 409 {
  if ("everyone" in row.may) return row.may.everyone;
  if ("holder" in row.may) return relation === "missing" ? 404 : row.may.holder;
  if (outside.some((one) => one === who)) return 401;
  if ("signedIn" in row.may) return row.may.signedIn;
  return row.may[who]?.[relation] ?? 404;
}
