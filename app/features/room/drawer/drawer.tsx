import { useSignal } from "@preact/signals";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { nameShown } from "../frame/named/rules.ts";
import { useOwn, writeInto, writeOwn } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { type KeptThing, shelvesOf } from "./kept.tsx";
import { Once } from "./once.tsx";
import { drawerText as text } from "./text.ts";

/** Everything of one's own log in one place, whatever room it is about. */
export function Drawer({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title} promise={() => text.promise}>
      {() => <Shelves />}
    </RoomPage>
  );
}

function Shelves() {
  const own = useOwn();
  if (own === undefined) return <Skeleton shape="rows" count={3} />;
  const shelves = shelvesOf(own.state);
  return (
    <div class="stack stack-sections measure">
      {shelves.length === 0 && <p>{text.none}</p>}
      {shelves.map(({ title, things }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          {things.map((thing) => (
            <Thing key={thing.key} thing={thing} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Thing({ thing }: { readonly thing: KeptThing }) {
  const all = relationships.value ?? [];
  const about = all.find(({ roomId }) => roomId === thing.roomId);
  const open = all.filter(({ roomId, state }) => state === "live" && (thing.roomId ?? roomId) === roomId);

  async function handleDelete(): Promise<boolean> {
    if (!(await writeOwn(thing.remove))) return false;
    toast(text.deleted);
    return true;
  }

  return (
    <Card>
      <div class="stack stack-small">
        {about && <p class="muted small">{text.about(nameShown(about.partner.name))}</p>}
        {thing.words.map((words) => (
          <Words key={words}>{words}</Words>
        ))}
        {open.map((relationship) => (
          <Share key={relationship.roomId} thing={thing} relationship={relationship} />
        ))}
        <Once act={`delete:${thing.key}`.slice(0, 80)} label={text.delete} onAct={handleDelete} isPlain>
          <p>{text.deleteLine}</p>
        </Once>
      </div>
    </Card>
  );
}

interface ShareProps {
  readonly thing: KeptThing;
  readonly relationship: Relationship;
}

/** Puts one thing into one room; the button says whose. */
function Share({ thing, relationship: { roomId, partner } }: ShareProps) {
  const shared = useSignal(false);
  const name = nameShown(partner.name);
  async function handleShare() {
    if (await writeInto(roomId, thing.share)) shared.value = true;
  }
  if (shared.value) return <output>{text.shared(name)}</output>;
  return (
    <Disclosure summary={text.share(name)}>
      <div class="stack stack-small">
        <p>{text.shareLine(name)}</p>
        <div>
          <Button kind="quiet" onClick={() => void handleShare()}>
            {text.put(name)}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
