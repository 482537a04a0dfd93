/** Pairs of before, as a column of a file names them: who is a pair with whom, and why a row cannot say so. */
import type { Roles } from "../../../../../values/role.ts";
import { addressKey } from "../../../../../values/text.ts";
import type { PersonState } from "../../rules.ts";

/** What can be wrong with the mentor of a row: the person is imported, and the pair is left out until a file says it rightly. */
export type PairFault =
  | "unknown-mentor"
  | "mentor-refused"
  | "mentor-not-mentor"
  | "mentee-not-mentee"
  | "pair-in-line"
  | "pair-turned-round"
  | "has-a-mentor"
  | "one-has-left";

/** What is worth knowing of a pair that is taken. */
export type PairNote = "more-than-places" | "asked-later";

/** Somebody's mentor as it stands: they live as a pair, they are asked, or a file named them. */
export interface StandingMentor {
  /** The key of the mentor's address. */
  readonly mentor: string;
  readonly is: "living" | "asked" | "named";
}

/** What judging needs to know of somebody in the programme. People are known by the keys of their addresses. */
export interface Placed {
  readonly emailKey: string;
  readonly state: PersonState;
  readonly roles: Roles;
  readonly managerEmail: string | null;
  /** How many mentees they take, as they say themselves: it stands above every file. `null` until they do. */
  readonly places: number | null;
  /** The same as the last file said it. */
  readonly placesBefore: number | null;
  readonly mentors: ReadonlyArray<StandingMentor>;
  /** The mentor whom the last file named. */
  readonly namedBefore: string | null;
}

/** What judging needs to know of a row of the file. */
export interface PairRow {
  readonly line: number;
  readonly emailKey: string;
  /** `undefined` where the row is refused. */
  readonly said:
    | {
        readonly roles?: Roles | undefined;
        readonly managerEmail?: string | null | undefined;
        readonly capacity?: number | null | undefined;
        readonly mentorEmail?: string | null | undefined;
      }
    | undefined;
}

/** Two people whom a file names as a pair of before, by the keys of their addresses; nobody where the file takes the mentor back. */
export interface NamedPair {
  readonly line: number;
  readonly mentee: string;
  readonly mentor: string | null;
}

/** How many pairs are named; what a file takes back is none. */
export function countNamed(pairs: ReadonlyArray<NamedPair>): number {
  return pairs.filter(({ mentor }) => mentor !== null).length;
}

/** What is to be said about the mentor of a row. */
export interface PairFinding {
  readonly line: number;
  readonly word: PairFault | PairNote;
  /** The line that a mentor's own row stands on, where it is refused. */
  readonly otherLine?: number | undefined;
  /** Where a mentor has more mentees than places: how many of each, this pair included. */
  readonly full?: FullMentor | undefined;
}

/** A mentor with more mentees than places. Living pairs, open suggestions and existing pairs count. */
export interface FullMentor {
  readonly places: number;
  readonly mentees: number;
}

/** The pairs that a file names, and what is wrong with those that it names in vain. */
export function judgePairs(
  rows: ReadonlyArray<PairRow>,
  existing: ReadonlyArray<Placed>,
): { readonly pairs: ReadonlyArray<NamedPair>; readonly findings: ReadonlyArray<PairFinding> } {
  const file = new PairsOfFile(rows, existing);
  const faults = new Map(rows.flatMap((row) => file.judge(row) ?? []).map((finding) => [finding.line, finding]));
  const pairs = rows.flatMap((row) => (faults.has(row.line) ? [] : (file.named(row) ?? [])));
  const notes = pairs.flatMap((pair) => file.notes(pair));
  return { pairs, findings: [...faults.values(), ...notes] };
}

/** A file's rows and the people of a programme, by address. */
class PairsOfFile {
  readonly #row = new Map<string, PairRow>();
  readonly #there: ReadonlyMap<string, Placed>;
  readonly #managers = new Map<string, string>();
  readonly #places = new Map<string, number>();

  constructor(rows: ReadonlyArray<PairRow>, existing: ReadonlyArray<Placed>) {
    this.#there = new Map(existing.map((person) => [person.emailKey, person]));
    const note = (person: string, manager: string | null | undefined) =>
      manager ? this.#managers.set(person, addressKey(manager)) : this.#managers.delete(person);
    for (const { emailKey, managerEmail } of existing) note(emailKey, managerEmail);
    for (const row of rows) {
      if (row.emailKey === "" || this.#row.get(row.emailKey)?.said) continue;
      this.#row.set(row.emailKey, row);
      if (row.said && row.said.managerEmail !== undefined) note(row.emailKey, row.said.managerEmail);
    }
    for (const { mentors } of existing) for (const { mentor } of mentors) this.#count(mentor);
  }

  /** The pair that a row names anew since the last file; `undefined` where it says nothing, or nothing new. */
  named({ line, emailKey, said }: PairRow): NamedPair | undefined {
    if (said?.mentorEmail === undefined) return undefined;
    const mentor = said.mentorEmail === null ? null : addressKey(said.mentorEmail);
    const there = this.#there.get(emailKey);
    const before = there?.namedBefore ? addressKey(there.namedBefore) : null;
    const lives = there?.mentors.some((one) => one.is !== "named" && one.mentor === mentor) ?? false;
    return mentor === before || lives ? undefined : { line, mentee: emailKey, mentor };
  }

  /** Why the mentor whom a row names cannot be theirs; `undefined` where nothing is in the way, or nobody is named. */
  judge(row: PairRow): PairFinding | undefined {
    const mentor = this.named(row)?.mentor;
    if (!mentor) return undefined;
    const say = (word: PairFault, otherLine?: number) => ({ line: row.line, word, otherLine });
    if (this.#isMentorOf(row.emailKey, mentor)) return say("pair-turned-round");
    const theirs = this.#row.get(mentor);
    const there = this.#there.get(mentor);
    if (!there && theirs && !theirs.said) return say("mentor-refused", theirs.line);
    if (!there && !theirs) return say("unknown-mentor");
    const mine = this.#there.get(row.emailKey);
    if (there?.state === "left" || mine?.state === "left") return say("one-has-left");
    if (!this.#roles(mentor, theirs).includes("mentor")) return say("mentor-not-mentor");
    if (!this.#roles(row.emailKey, row).includes("mentee")) return say("mentee-not-mentee");
    if (this.#isAbove(mentor, row.emailKey) || this.#isAbove(row.emailKey, mentor)) return say("pair-in-line");
    const lives = mine?.mentors.some(({ is }) => is === "living") ?? false;
    return lives ? say("has-a-mentor") : undefined;
  }

  #roles(person: string, row: PairRow | undefined): Roles {
    return row?.said?.roles ?? this.#there.get(person)?.roles ?? [];
  }

  /** Whether one manages the other, at any depth; circles end where they began. */
  #isAbove(manager: string, person: string): boolean {
    const seen = new Set<string>();
    for (let at = this.#managers.get(person); at !== undefined && !seen.has(at); at = this.#managers.get(at)) {
      if (at === manager) return true;
      seen.add(at);
    }
    return false;
  }

  /** Whether one is the mentor of the other already, or this file says so. What the file takes back stands no more: so a swap can be mended. */
  #isMentorOf(mentor: string, mentee: string): boolean {
    const row = this.#row.get(mentee);
    const anew = row && this.named(row);
    const standing = this.#there.get(mentee)?.mentors.filter(({ is }) => is !== "named" || anew === undefined) ?? [];
    return anew?.mentor === mentor || standing.some((one) => one.mentor === mentor);
  }

  #count(mentor: string): number {
    const places = (this.#places.get(mentor) ?? 0) + 1;
    this.#places.set(mentor, places);
    return places;
  }

  /** What is worth knowing of a pair; asked of each once, in the order of the file. */
  notes({ line, mentee, mentor }: NamedPair): ReadonlyArray<PairFinding> {
    if (mentor === null) return [];
    const isAsked = this.#there.get(mentee)?.mentors.some(({ is }) => is === "asked") ?? false;
    const places = this.#placesOf(mentor);
    const mentees = this.#count(mentor);
    return [
      ...(mentees > places ? [{ line, word: "more-than-places" as const, full: { places, mentees } }] : []),
      ...(isAsked ? [{ line, word: "asked-later" as const }] : []),
    ];
  }

  /** How many mentees somebody takes: in their own words, by this file, or by the last one. Without end where nobody has said it. */
  #placesOf(mentor: string): number {
    const there = this.#there.get(mentor);
    return there?.places || (this.#row.get(mentor)?.said?.capacity ?? there?.placesBefore ?? Infinity);
  }
}
