/** How many mentors a mentee is first tried with; who is missing is found by their prices. */
export const firstCandidates = 48;

/**
 * The mentors with the most points in a row, at most `count`, the first of equals by their place; the most points first.
 * `buckets` has a place for each number of points there can be, all 0, and is left so; `places` has one for each mentor.
 */
export function bestOf(row: Int16Array, count: number, buckets: Int32Array, places: Int32Array): ReadonlyArray<number> {
  let most = 0;
  let eligible = 0;
  for (let at = 0; at < row.length; at += 1) {
    const points = row[at] ?? -1;
    if (points < 0) continue;
    buckets[points] = (buckets[points] ?? 0) + 1;
    places[eligible] = at;
    eligible += 1;
    if (points > most) most = points;
  }
  let line = most;
  let above = 0;
  const wanted = Math.min(count, eligible);
  while (line > 0 && above + (buckets[line] ?? 0) < wanted) {
    above += buckets[line] ?? 0;
    line -= 1;
  }
  buckets.fill(0, 0, most + 1);
  const keys = new Float64Array(wanted);
  let atLine = wanted - above;
  let filled = 0;
  for (let next = 0; next < eligible && filled < wanted; next += 1) {
    const at = places[next] ?? 0;
    const points = row[at] ?? -1;
    if (points < line) continue;
    if (points === line) {
      if (atLine === 0) continue;
      atLine -= 1;
    }
    // One number for both: more points first, then the earlier place.
    keys[filled] = -points * row.length + at;
    filled += 1;
  }
  return Array.from(keys.toSorted(), (key) => ((key % row.length) + row.length) % row.length);
}
