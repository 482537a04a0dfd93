import type { ComponentChildren } from "preact";
import { Link } from "../../../../web/ui/link.tsx";
import { isAddress } from "../binding/rules.ts";
import type { LineKind, PageLine, Run } from "../content/rules.ts";

interface Group {
  readonly kind: LineKind;
  readonly lines: ReadonlyArray<PageLine>;
}

/** Points that follow one another are one list. */
function groups(lines: ReadonlyArray<PageLine>): ReadonlyArray<Group> {
  const made: Group[] = [];
  for (const line of lines) {
    const last = made.at(-1);
    const isList = line.kind === "point" || line.kind === "step";
    if (isList && last?.kind === line.kind) made[made.length - 1] = { ...last, lines: [...last.lines, line] };
    else made.push({ kind: line.kind, lines: [line] });
  }
  return made;
}

/** A state of a page, to be read. */
export function ReadLines({ lines }: { readonly lines: ReadonlyArray<PageLine> }) {
  return (
    <div class="paper-read words" dir="auto">
      {groups(lines).map(({ kind, lines: inner }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no names of their own, and this state never changes
        <Lines key={at} kind={kind} lines={inner} />
      ))}
    </div>
  );
}

function Lines({ kind, lines }: Group) {
  const [first] = lines;
  const points = lines.map((line, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <li key={at}>{line.runs.map(said)}</li>
  ));
  if (kind === "point") return <ul>{points}</ul>;
  if (kind === "step") return <ol>{points}</ol>;
  const words = first?.runs.map(said);
  // As on the page itself.
  if (kind === "title") return <h2>{words}</h2>;
  return kind === "subtitle" ? <h3>{words}</h3> : <p>{words}</p>;
}

function said({ text, strong, em, link }: Run): ComponentChildren {
  const inner = em ? <em>{text}</em> : text;
  const words = strong ? <strong>{inner}</strong> : inner;
  return link !== undefined && isAddress(link) ? (
    <Link href={link} outside>
      {words}
    </Link>
  ) : (
    words
  );
}
