/** Time zones by their IANA names. Offsets such as "+01:00" are no zones: they do not know summer from winter. */

/** A larger number of changed signs is another word. */
const nearEnough = 3;

let known: ReadonlyArray<string> | undefined;

/** Every zone that this computer knows, in alphabetical order. */
export function timeZones(): ReadonlyArray<string> {
  known ??= Intl.supportedValuesOf("timeZone");
  return known;
}

const names = new Map<string, string | undefined>();

/** The zone that a text names, in its usual spelling; `undefined` where there is none. */
export function readTimeZone(text: string): string | undefined {
  const name = text.trim();
  if (!names.has(name)) names.set(name, findZone(name));
  return names.get(name);
}

/** The city of a zone, for people: `Sao Paulo` of `America/Sao_Paulo`. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** Zones whose city has another name today than the one that computers go on using. */
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Asmara",
  "America/Coral_Harbour": "Atikokan",
  "America/Godthab": "Nuuk",
  "Asia/Calcutta": "Kolkata",
  "Asia/Katmandu": "Kathmandu",
  "Asia/Rangoon": "Yangon",
  "Asia/Saigon": "Ho Chi Minh City",
  "Atlantic/Faeroe": "Faroe",
  "Europe/Kiev": "Kyiv",
  "Pacific/Enderbury": "Kanton",
  "Pacific/Ponape": "Pohnpei",
  "Pacific/Truk": "Chuuk",
};

/** A zone for people, its city first: `Sao Paulo (America)`, `Kyiv (Europe)`. */
export function zoneInWords(zone: string): string {
  const region = zone.split("/").slice(0, -1).join(", ").replaceAll("_", " ");
  const city = renamed[zone] ?? cityOf(zone);
  return region === "" ? city : `${city} (${region})`;
}

/** A zone that may be meant: by the city that somebody works in, by the city in the text, or by the nearest spelling. A proposal, never taken unasked. */
export function suggestTimeZone(text: string, site = ""): string | undefined {
  const cities = new Map(timeZones().map((zone) => [plain(cityOf(zone)), zone]));
  const byCity = cities.get(plain(site)) ?? cities.get(plain(text)) ?? cities.get(plain(cityOf(text)));
  if (byCity) return byCity;
  const byShort =
    shortNames[
      text
        .trim()
        .toUpperCase()
        .replace(/[^A-Z].*$/, "")
    ];
  if (byShort) return byShort;
  return (
    nearest(plain(text), timeZones(), plain) ?? nearest(plain(cityOf(text)), timeZones(), (zone) => plain(cityOf(zone)))
  );
}

/** The choice that differs from a word by the fewest signs, at most three and less than half of it; `undefined` where none is near. */
export function nearest(
  word: string,
  choices: ReadonlyArray<string>,
  spelling: (choice: string) => string = (choice) => choice,
): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(nearEnough, Math.ceil(word.length / 2) - 1) + 1;
  for (const choice of choices) {
    const spelled = spelling(choice);
    if (Math.abs(spelled.length - word.length) >= bestDistance) continue;
    const distance = distanceBetween(word, spelled);
    if (distance < bestDistance) [best, bestDistance] = [choice, distance];
  }
  return best;
}

/** How many signs must be added, dropped, changed or swapped with a neighbour to turn one word into another. */
function distanceBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      now.push(least);
    }
    [before, above] = [above, now];
  }
  return above[b.length] ?? 0;
}

function findZone(name: string): string | undefined {
  if (name.length > 64 || !/^[A-Za-z]{2}[\w+-]*(?:\/[\w+-]+)*$/.test(name)) return undefined;
  const listed = timeZones().find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (listed) return listed;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    // Old spellings stay as they are written: whether Calcutta or Kolkata is the newer one depends on the computer.
    return name.includes("/") && /[a-z]/.test(name) ? name : timeZone;
  } catch {
    return undefined;
  }
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[\s_-]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** What people write for a zone where they mean a place; each is shown as a proposal. */
const shortNames: Readonly<Record<string, string>> = {
  CET: "Europe/Berlin",
  CEST: "Europe/Berlin",
  MEZ: "Europe/Berlin",
  WET: "Europe/Lisbon",
  EET: "Europe/Helsinki",
  BST: "Europe/London",
  EST: "America/New_York",
  EDT: "America/New_York",
  CST: "America/Chicago",
  CDT: "America/Chicago",
  MST: "America/Denver",
  MDT: "America/Denver",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  IST: "Asia/Kolkata",
  JST: "Asia/Tokyo",
  SGT: "Asia/Singapore",
  AEST: "Australia/Sydney",
};
