import { formatNumber } from "../../../web/client/format.ts";
import { text } from "./text.ts";
import "./board.css";

/** Somebody who has another mentor in one of two drafts than in the other, by name; null where they wait. */
export interface Move {
  readonly mentee: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Who moves between two drafts. */
export function Moves({ moves }: { readonly moves: ReadonlyArray<Move> }) {
  if (moves.length === 0) return <p>{text.noMoves}</p>;
  return (
    <ul class="rows">
      {moves.map(({ mentee, from, to }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- two people may have one name, and the list never changes
        <li key={at} dir="auto">
          {from !== null && to !== null && text.moved(mentee, from, to)}
          {from === null && to !== null && text.placed(mentee, to)}
          {from !== null && to === null && text.unplaced(mentee, from)}
        </li>
      ))}
    </ul>
  );
}

/** What two drafts come to. */
export interface Sums {
  readonly placed: number;
  /** Of fit, by the published table. */
  readonly points: number;
}

/** Props of `Levels`. */
export interface LevelsProps {
  readonly before: Sums;
  readonly after: Sums;
  /** What the two are called. */
  readonly heads: readonly [before: string, after: string];
}

/** Two drafts as a whole, beside each other. */
export function Levels({ before, after, heads }: LevelsProps) {
  const rows = [
    { head: text.have, was: before.placed, is: after.placed },
    { head: text.fit, was: before.points, is: after.points },
  ];
  return (
    <table class="board-levels">
      <caption class="unseen">{text.levels}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{text.what}</span>
          </th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, was, is }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <td>{formatNumber(was)}</td>
            <td>{formatNumber(is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
