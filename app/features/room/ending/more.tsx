import { Link } from "../../../web/ui/link.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { type RoomInHand, useVault } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { Acts } from "./acts.tsx";
import { endingText as text } from "./text.ts";

/**
 * What else belongs to a room, one line each; pausing and ending last.
 * Both work without keys: whoever cannot unlock, or whose room was stopped, sees them on a page of their own.
 */
export function More({ roomId }: { readonly roomId: string }) {
  const status = useVault().value;
  const relationship = relationships.value?.find((one) => one.roomId === roomId);
  if (relationship && status.is !== "unlocked" && status.is !== "starting")
    return <WithoutKeys relationship={relationship} />;
  return (
    <RoomPage roomId={roomId} tab="more">
      {(room) => (
        <div class="stack stack-sections measure">
          {groupsOf(room).map(({ title, rows }) => (
            <Group key={title} title={title} rows={rows} base={`/rooms/${room.roomId}`} />
          ))}
          <Acts relationship={room.relationship} room={room} isFolded />
        </div>
      )}
    </RoomPage>
  );
}

type Row = readonly [path: string, words: readonly [name: string, line?: string]];

interface GroupOf {
  readonly title: string;
  readonly rows: ReadonlyArray<Row>;
}

/** To add a page, write a line: its address below the room, and its name. */
function groupsOf({ relationship, name, view }: RoomInHand): ReadonlyArray<GroupOf> {
  const two: GroupOf = {
    title: text.groups.two,
    rows: [
      ["about", text.about],
      ["hopes", text.hopes],
      ["common-ground", text.ground],
      ["feedback", text.feedback],
      ["context", relationship.myRole === "mentee" ? text.context : text.contextOf(name)],
    ],
  };
  const kept: ReadonlyArray<Row> = [
    ["pages", text.pages],
    ["good-moments", text.moments],
    ["more/review", text.review],
    ["more/ask-first", text.askFirst(name)],
    ["more/farewell", text.farewell],
  ];
  const keepsake: Row = ["more/keepsake", text.keepsake];
  const erase: Row = ["more/erasing", text.erase];
  const rest: ReadonlyArray<GroupOf> = [
    {
      title: text.groups.own,
      rows: [
        ["more/drawer", text.drawer],
        ["off-limits", text.off],
      ],
    },
    {
      title: text.groups.help,
      rows: [
        ["/help", text.safety],
        ["more/show", text.show],
      ],
    },
  ];
  // Of a room that both erased, what is one's own is left.
  if (view.erasing.gone === "erased") return rest;
  // After an ending, what to take along comes first.
  return relationship.state === "ended"
    ? [{ title: text.groups.kept, rows: [keepsake, ...kept, erase] }, two, ...rest]
    : [two, { title: text.groups.kept, rows: [...kept, keepsake] }, ...rest];
}

function Group({ title, rows, base }: GroupOf & { readonly base: string }) {
  return (
    <section class="stack stack-small">
      <h2>{title}</h2>
      <ul class="rows">
        {rows.map(([path, [name, line]]) => (
          <li key={path}>
            <Link href={path.startsWith("/") ? path : `${base}/${path}`}>{name}</Link>
            {line !== undefined && <p class="muted small">{line}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WithoutKeys({ relationship }: { readonly relationship: Relationship }) {
  return (
    <Page
      title={text.title(relationship.partner.name)}
      lead={text.withoutKeys}
      back={{ href: `/rooms/${relationship.roomId}`, text: text.back }}
    >
      <div class="stack stack-sections measure">
        <Link href="/help">{text.safety[0]}</Link>
        <Acts relationship={relationship} />
      </div>
    </Page>
  );
}
