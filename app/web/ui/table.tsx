/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- shown as blocks on a phone, a table loses its roles in some browsers unless they are written out */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useWindow } from "./windowed.tsx";
import "./table.css";

/** One column. */
export interface Column<Row> {
  /** The heading; empty for a column of acts, which then needs `unseenHead`. */
  readonly head: string;
  /** Said by screen readers where the heading shows nothing. */
  readonly unseenHead?: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** "name": the row's heading cell, exactly one a table. "figure": to the right, in tabular figures. */
  readonly kind?: "name" | "text" | "figure" | "acts";
  /** A share of the width, as CSS: "30%". */
  readonly width?: string;
  /** Sorts when its heading is pressed. */
  readonly onSort?: () => void;
  readonly sorted?: "ascending" | "descending" | undefined;
}

/** Props of `Table`. */
export interface TableProps<Row> {
  /** Says what the table holds; shown above it unless `captionUnseen`. */
  readonly caption: string;
  readonly captionUnseen?: boolean;
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly rows: ReadonlyArray<Row>;
  readonly keyOf: (row: Row) => string;
  /** What stands there when there are no rows. */
  readonly empty?: ComponentChildren;
  /** Usual height of a row in px; the table draws what is in view when it has more than 200 rows. */
  readonly guess?: number;
}

/** A table for managers. On a phone each row becomes a small sheet with the headings beside the values. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionUnseen = false, columns, rows, empty } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const long = rows.length > 200;
  return (
    <div class="table-frame">
      <table class="table" role="table" aria-rowcount={long ? rows.length + 1 : undefined}>
        <caption class={captionUnseen ? "unseen" : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={long ? 1 : undefined}>
            {columns.map((column) => (
              <HeadCell key={column.head} column={column} />
            ))}
          </tr>
        </thead>
        {long ? (
          <LongBody {...props} />
        ) : (
          <tbody role="rowgroup">
            {rows.map((row) => (
              <Cells key={props.keyOf(row)} row={row} columns={columns} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}

function HeadCell<Row>({ column }: { readonly column: Column<Row> }) {
  const words = column.head === "" ? <span class="unseen">{column.unseenHead}</span> : column.head;
  return (
    <th
      scope="col"
      role="columnheader"
      data-kind={column.kind}
      aria-sort={column.sorted}
      style={column.width === undefined ? undefined : { width: column.width }}
    >
      {column.onSort ? (
        <button type="button" class="table-sort" onClick={column.onSort}>
          {words}
        </button>
      ) : (
        words
      )}
    </th>
  );
}

function Cells<Row>({
  row,
  columns,
  at,
}: {
  readonly row: Row;
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly at?: number;
}) {
  return (
    <tr role="row" data-row={at} aria-rowindex={at === undefined ? undefined : at + 2}>
      {columns.map((column) => {
        const cell = column.cell(row);
        if (column.kind === "name")
          return (
            <th key={column.head} scope="row" role="rowheader" data-kind="name">
              {cell}
            </th>
          );
        return (
          <td key={column.head} role="cell" data-kind={column.kind} data-head={column.head}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

function LongBody<Row>({ columns, rows, keyOf, guess = 64 }: TableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { from, to, before, after } = useWindow(body, rows.length, guess).range;
  return (
    <tbody role="rowgroup" ref={body}>
      {before > 0 && <tr class="table-space" aria-hidden="true" style={{ height: `${before}px` }} />}
      {rows.slice(from, to).map((row, at) => (
        <Cells key={keyOf(row)} row={row} columns={columns} at={from + at} />
      ))}
      {after > 0 && <tr class="table-space" aria-hidden="true" style={{ height: `${after}px` }} />}
    </tbody>
  );
}
