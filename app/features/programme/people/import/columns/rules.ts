/** Which column of a file holds what: known by its header, or said by the person who imports. */

/** What a column can hold. A name may come whole or in two columns. */
export const importFields = [
  "name",
  "firstName",
  "lastName",
  "email",
  "role",
  "team",
  "manager",
  "level",
  "site",
  "timeZone",
  "languages",
  "offers",
  "goals",
  "limits",
  "capacity",
  "availability",
  "mentor",
  "invitedFor",
] as const;

/** What a column can hold. */
export type ImportField = (typeof importFields)[number];

/** For each field the header of its column; a field that is left out is in no column, and keeps what was known before. */
export type Columns = { readonly [field in ImportField]?: string | undefined };

const headers: Readonly<Record<ImportField, string>> = {
  name: "name|full name|display name|employee name|participant|person|employee|participant name|preferred name",
  firstName: "first name|given name|forename|firstname|given names",
  lastName: "last name|surname|family name|lastname",
  email:
    "email|e mail|mail|email address|e mail address|work email|work e mail|business email|address|user principal name|upn|login",
  role: "role|roles|participant role|programme role|program role|mentoring role|mentor or mentee|mentor mentee|type|participant type|joins as",
  team: "team|department|dept|unit|business unit|organisation unit|organizational unit|organisational unit|org unit|division|group|function|cost centre name",
  manager:
    "manager email|manager e mail|manager|line manager|line manager email|line manager e mail|supervisor|supervisor email|reports to|reports to email|boss|managers email|manager s email|manager mail",
  level: "level|grade|job level|job grade|band|seniority|career level|pay grade",
  site: "site|location|office|city|work location|place of work|campus|base|office location",
  timeZone: "time zone|timezone|tz|zone|iana time zone",
  languages: "languages|language|spoken languages|languages spoken|speaks",
  offers:
    "offers|offer|can help with|i can help with|skills offered|expertise|strengths|topics offered|skills|can offer",
  goals:
    "goals|goal|would like help with|topics|wants|needs|learning goals|interests|development goals|topics i would like help with|looking for",
  limits:
    "limits|better ask someone else|better ask someone else about|not about|cannot help with|exclusions|limitations",
  capacity:
    "capacity|places|number of mentees|max mentees|maximum mentees|mentees|slots|how many mentees|places offered",
  availability: "availability|available|hours|when|free times|weekly hours|preferred times|times",
  mentor:
    "mentor email|mentor e mail|mentor|mentor mail|mentors email|mentor s email|mentor address|current mentor|existing mentor|current mentor email|existing mentor email|paired with|matched with",
  invitedFor: "invited for|invited as a mentor for|invited as mentor for|invited by the programme for",
};

/** The same in German, without the marks on letters. */
const germanHeaders: Readonly<Record<ImportField, string>> = {
  name: "vollstandiger name|vor und nachname|anzeigename|teilnehmer|teilnehmerin|teilnehmende|mitarbeiter|mitarbeiterin|mitarbeitende",
  firstName: "vorname|vornamen|rufname",
  lastName: "nachname|familienname|zuname",
  email: "e mail adresse|email adresse|emailadresse|mailadresse|dienstliche e mail|geschaftliche e mail",
  role: "rolle|rollen|mentor oder mentee|teilnahme als",
  team: "abteilung|bereich|geschaftsbereich|organisationseinheit|gruppe",
  manager:
    "vorgesetzte|vorgesetzter|vorgesetzte r|e mail vorgesetzte|e mail vorgesetzter|fuhrungskraft|e mail fuhrungskraft|e mail der fuhrungskraft|fuhrungskraft e mail",
  level: "stufe|ebene|karrierestufe|gehaltsstufe|hierarchieebene",
  site: "standort|ort|buro|stadt|arbeitsort|dienstort|niederlassung",
  timeZone: "zeitzone",
  languages: "sprache|sprachen",
  offers: "angebot|angebote|bietet|bietet an|kann helfen bei|starken|kompetenzen|fahigkeiten",
  goals: "thema|themen|wunschthema|wunschthemen|ziel|ziele|lernziele|entwicklungsziele|interessen|anliegen|sucht",
  limits: "grenzen|lieber nicht|lieber jemand anderes|nicht zu",
  capacity: "platze|kapazitat|anzahl mentees|anzahl der mentees|maximale mentees",
  availability: "verfugbarkeit|verfugbar|zeiten|wunschzeiten",
  mentor:
    "mentorin|mentor in|e mail mentor|e mail mentorin|e mail des mentors|mentor e mail adresse|bisheriger mentor|bestehender mentor|aktueller mentor",
  invitedFor: "eingeladen fur|eingeladen als mentor fur",
};

const fieldOf = new Map(
  importFields.flatMap((field) =>
    `${headers[field]}|${germanHeaders[field]}`.split("|").map((header) => [header, field] as const),
  ),
);

/** Recognises the columns of a file by their headers; what it does not know stays out. Where two columns hold the same, the first counts. */
export function recogniseColumns(header: ReadonlyArray<string>): Columns {
  const columns: { [field in ImportField]?: string } = {};
  for (const name of header) {
    const field = fieldOf.get(plainHeader(name));
    if (field && columns[field] === undefined) columns[field] = name;
  }
  // A whole name says more than its parts, and two names would contradict each other.
  if (columns.name !== undefined) {
    delete columns.firstName;
    delete columns.lastName;
  }
  return columns;
}

/** How many of the chosen columns are what their names say, and how many somebody set by hand. */
export function countColumns(
  header: ReadonlyArray<string>,
  chosen: ReadonlyArray<readonly [name: string, field: ImportField | ""]>,
): { readonly byName: number; readonly byHand: number } {
  const known = new Map(Object.entries(recogniseColumns(header)).map(([field, name]) => [name, field]));
  const used = chosen.filter(([, field]) => field !== "");
  const byName = used.filter(([name, field]) => known.get(name) === field).length;
  return { byName, byHand: used.length - byName };
}

function plainHeader(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
