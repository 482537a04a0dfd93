/** Importing people from a file: first a preview, then the import itself. */
import * as z from "zod/mini";
import { ProgrammeId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";
import { Role, Roles } from "../../../../values/role.ts";
import { refuseText } from "../../../../values/text.ts";
import { importFields } from "./columns/rules.ts";

/** The largest body of an upload; the file itself may have three quarters of it, since it travels as base64. */
export const uploadBytes = 8 * 1024 * 1024;
/** The largest file. */
export const largestFileBytes = Math.floor((uploadBytes - 16 * 1024) * 0.75);
/** How many faults a preview lists; the saved file of refused rows has all of them. */
export const mostFaultsListed = 2000;
/** How many people a preview shows. */
export const mostPeopleShown = 50;

/** What the last file said of somebody, as it is kept. */
export const ImportedPerson = z.object({
  name: z.string(),
  roles: Roles,
  team: z.nullable(z.string()),
  site: z.nullable(z.string()),
  level: z.nullable(z.number()),
  managerEmail: z.nullable(z.string()),
  timeZone: z.nullable(z.string()),
  languages: z.array(z.string()),
  offers: z.array(z.string()),
  goals: z.array(z.string()),
  limits: z.array(z.string()),
  capacity: z.nullable(z.number()),
  availability: z.nullable(z.string()),
  /** Files that were imported before this column came had none. */
  mentorEmail: z.optional(z.nullable(z.string())),
  invitedFor: z.optional(z.array(z.string())),
});

const longestHeader = 1000;
const columnName = z.string().check(
  z.maxLength(longestHeader),
  z.refine((header) => refuseText(header, longestHeader) === undefined),
);

/** A file with the meaning of its columns. */
const upload = {
  /** The file's bytes, as base64. */
  file: z.string().check(z.maxLength(uploadBytes), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  columns: z.strictObject(Object.fromEntries(importFields.map((field) => [field, z.optional(columnName)]))),
  /** The role of everyone in a file without a column for it. */
  everyoneIs: z.optional(Role),
  /** Takes what is proposed for unknown roles and time zones. */
  useSuggestions: z.optional(z.boolean()),
};

/** One thing that is wrong, and where. */
export const ListedFault = z.object({
  word: z.string(),
  weight: z.enum(["refused", "pair", "note"]),
  line: z.int(),
  column: z.int(),
  header: z.string(),
  seen: z.string(),
  suggestion: z.optional(z.string()),
  otherLine: z.optional(z.int()),
  through: z.optional(z.array(z.string())),
  full: z.optional(z.object({ places: z.int(), mentees: z.int() })),
});

/** What an import would do. */
export const ImportPreview = z.object({
  /** Why the file as a whole cannot be imported. */
  stopped: z.nullable(z.string()),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** How many pairs of before it names. */
  pairs: z.int(),
  empty: z.int(),
  /** The lines of rows that cannot be imported. */
  refusedLines: z.array(z.int()),
  faultCount: z.int(),
  faults: z.array(ListedFault),
  /** The first people it would add or change. */
  people: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      email: z.string(),
      roles: Roles,
      change: z.enum(["added", "changed"]),
      fields: z.array(z.string()),
      /** The address of the mentor with whom they are named as a pair; empty where there is none. */
      mentor: z.string(),
    }),
  ),
});
/** What an import would do. */
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What an import did. */
export const ImportResult = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  pairs: z.int(),
  refused: z.int(),
});
/** What an import did. */
export type ImportResult = z.infer<typeof ImportResult>;

const params = z.strictObject({ programmeId: ProgrammeId });
const importId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** Looks at a file and says what importing it would do. Writes nothing. */
export const PreviewImport = operation({
  id: "previewImport",
  method: "POST",
  path: "/programmes/:programmeId/people/import/preview",
  summary: "Say what importing a file of people would do",
  params,
  body: z.strictObject(upload),
  answer: ImportPreview,
  bodyLimitBytes: uploadBytes,
});

/**
 * Imports a file, all of it or nothing. The id is the client's: the same again answers alike and writes nothing.
 * `expected` is what the preview said; where people have changed since, "changed-meanwhile" asks for a new look.
 */
export const RunImport = operation({
  id: "runImport",
  method: "POST",
  path: "/programmes/:programmeId/people/import",
  summary: "Import a file of people",
  params,
  body: z.strictObject({
    ...upload,
    importId,
    expected: z.strictObject({ added: z.int(), changed: z.int(), refused: z.int(), pairs: z.optional(z.int()) }),
  }),
  answer: ImportResult,
  refusals: ["cannot-import", "changed-meanwhile", "finished"],
  bodyLimitBytes: uploadBytes,
});

/** How far an import has come. "unknown" where this server has not heard of it. */
export const ReadImport = operation({
  id: "readImport",
  method: "GET",
  path: "/programmes/:programmeId/people/import/:importId",
  summary: "How far an import has come, and what it did",
  params: z.strictObject({ programmeId: ProgrammeId, importId }),
  answer: z.object({
    state: z.enum(["unknown", "running", "done"]),
    written: z.int(),
    of: z.int(),
    result: z.nullable(ImportResult),
  }),
});
