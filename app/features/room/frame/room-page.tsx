import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso/router";
import { LogId } from "../../../values/id.ts";
import { away } from "../../../web/client/client.ts";
import { useKey } from "../../../web/client/keys.ts";
import { Button } from "../../../web/ui/button.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { PromiseLine } from "../../../web/ui/promise-line.tsx";
import { Skeleton } from "../../../web/ui/skeleton.tsx";
import { Tabs } from "../../../web/ui/tabs.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";
import { refreshMe } from "../../programme/sign-in/api.ts";
import { isSetUp } from "../agreement/rules.ts";
import { Conditions } from "./condition.tsx";
import type { VaultStatus } from "../../../vault/vault.ts";
import { type RoomInHand, useRoom, useVault } from "./hand.tsx";
import { nameShown } from "./named/rules.ts";
import { frameText as text } from "./text.ts";
import "./room-page.css";

/** What a device does by itself needs more than any screen, and shows nothing. */
const ByItself = lazily<{ readonly room: RoomInHand }>(() => import("./by-itself.tsx").then((m) => m.ByItself));
const OpenDates = lazily<{ readonly room: RoomInHand }>(() => import("./open-dates.tsx").then((m) => m.OpenDates));
/** Of an erased room the pages of the two are empty; what is one's own, and More, stay. */
const Erased = lazily<{ readonly room: RoomInHand }>(() =>
  import("../ending/erasing/erased.tsx").then((m) => m.Erased),
);
/** Most rooms open by themselves. */
const Unlock = lazily<{ readonly status: VaultStatus }>(() => import("../keys/unlock.tsx").then((m) => m.Unlock));

/** The tabs of a room, and the screens that stand beside them. */
export type RoomTab = "timeline" | "sessions" | "agreement" | "goals" | "more" | "other";

/** Props of `RoomPage`. */
export interface RoomPageProps {
  /** From the address. */
  readonly roomId: string;
  readonly tab: RoomTab;
  /** For the window's title, where the screen is not a tab. */
  readonly title?: string;
  /** For whom the page is, where it is not for the two. */
  readonly promise?: ((name: string | undefined) => string) | undefined;
  /** True where the page itself says that the pair is paused. */
  readonly saysPause?: boolean;
  /** True where the page helps out of such a state itself: the state is told below, and moves nothing when it changes. */
  readonly isStateBelow?: boolean;
  readonly children: (room: RoomInHand) => ComponentChildren;
}

function State({ room, tab, saysPause }: { readonly room: RoomInHand } & Pick<RoomPageProps, "tab" | "saysPause">) {
  return isErased(room) ? null : (
    <Conditions room={room} isTimeline={tab === "timeline"} saysPause={saysPause ?? false} />
  );
}

/** A page of a room: unlocks first where that is needed, then the head, the tabs, what is in the way, and the screen itself. */
export function RoomPage(props: RoomPageProps) {
  const { roomId, tab, title, promise = promiseTo, saysPause = false, isStateBelow = false, children } = props;
  const place = { roomId, tab, title, promise };
  return (
    <Held
      roomId={roomId}
      renderWaiting={(rest, pair) => (
        <Around
          {...place}
          name={pair && nameShown(pair.partner.name)}
          isAgreed={pair?.agreementAgreed}
          room={undefined}
        >
          {rest}
        </Around>
      )}
    >
      {(room) => (
        <Around {...place} name={room.name} isAgreed={isTalked(room)} room={room}>
          {!isStateBelow && <State room={room} tab={tab} saysPause={saysPause} />}
          {isErased(room) && tab !== "more" && promise === promiseTo ? (
            <Erased room={room} />
          ) : (
            isOpenTo(room, tab) && children(room)
          )}
          {isStateBelow && <State room={room} tab={tab} saysPause={saysPause} />}
        </Around>
      )}
    </Held>
  );
}

const isErased = ({ view }: RoomInHand) => view.erasing.gone === "erased";

/** Whoever lost every key sees nothing of a room until they are let in: an empty one would be another. */
function isOpenTo({ view }: RoomInHand, tab: RoomTab): boolean {
  return view.condition.is !== "to-be-readmitted" || tab === "more" || tab === "other";
}

interface Place {
  readonly roomId: string;
  readonly tab: RoomTab;
  /** Missing until the pairs are known. */
  readonly name: string | undefined;
  /** Whether the two have talked about the limits; missing until the pairs are known. */
  readonly isAgreed: boolean | undefined;
  /** Missing while it is read: then the page stands as it will, without what is sealed. */
  readonly room: RoomInHand | undefined;
}

interface AroundProps extends Place {
  readonly title: string | undefined;
  readonly promise: (name: string | undefined) => string;
  readonly children: ComponentChildren;
}

function Around({ title, promise, children, ...place }: AroundProps) {
  const { roomId, name } = place;
  const ofRoom = name === undefined ? text.room : text.title(name);
  return (
    <Page
      title={title ?? ofRoom}
      width="room"
      head={title === undefined ? <RoomHead {...place} /> : <PromiseLine>{promise(name)}</PromiseLine>}
      {...(title === undefined ? {} : { back: { href: `/rooms/${roomId}`, text: ofRoom } })}
    >
      <div class="stack stack-large">{children}</div>
    </Page>
  );
}

/** For whom the words of a room are; the other's name comes with the pairs. */
export function promiseTo(name: string | undefined): string {
  return name === undefined ? text.promiseToBoth : text.promise(name);
}

/** Props of `Held`. */
export interface HeldProps {
  readonly roomId: string;
  /** The page to come, while its room is read: with its heading and its head, so that nothing moves then. `rest` stands below. */
  readonly renderWaiting: (rest: ComponentChildren, pair: Relationship | undefined) => ComponentChildren;
  readonly children: (room: RoomInHand) => ComponentChildren;
}

/** Gives a room to a screen that draws its own page, once the vault is open and the room is read. */
export function Held({ roomId, ...pages }: HeldProps) {
  const parsed = LogId.safeParse(roomId);
  return parsed.success ? <HeldRoom roomId={parsed.data} {...pages} /> : <MissingRoom />;
}

function HeldRoom({ roomId, renderWaiting, children }: HeldProps & { readonly roomId: LogId }) {
  const status = useVault().value;
  const room = useRoom(roomId);
  if (
    status.is === "locked" ||
    status.is === "no-keys" ||
    status.is === "unavailable" ||
    status.is === "stopped" ||
    status.is === "unknown"
  )
    return <Unlock status={status} />;
  if (room === "missing") return <MissingRoom />;
  if (room === "waiting") {
    const pair = relationships.value?.find((one) => one.roomId === roomId);
    return renderWaiting(away.value ? <Away /> : <Reading />, pair);
  }
  return (
    <>
      {room.isOpen && <ByItself room={room} />}
      <OpenDates room={room} />
      {children(room)}
    </>
  );
}

function Reading() {
  return (
    <div aria-busy="true">
      <Skeleton shape="rows" count={4} />
    </div>
  );
}

/** The room was never read here, and the server is away: it opens once there is an answer, asked for by the shell or by hand. */
function Away() {
  return (
    <Notice
      actions={
        <Button kind="quiet" onClick={() => void refreshMe()}>
          {text.tryAgain}
        </Button>
      }
    >
      {text.away}
    </Notice>
  );
}

function MissingRoom() {
  return (
    <Page title={text.missingTitle} lead={text.missingLine} width="form">
      <Link href="/">{text.home}</Link>
    </Page>
  );
}

/** On a tab: the promise, the states, the tabs. */
function RoomHead({ roomId, tab, name, isAgreed, room }: Place) {
  const base = `/rooms/${roomId}`;
  // Of an erased room nothing stands behind the others; whoever is on one sees where.
  const names =
    room && isErased(room)
      ? tabNames.filter((each) => each === tab || each === "timeline" || each === "more")
      : tabNames;
  const tabs = names.map((each) => ({ href: tabHref(base, each), text: text.tabs[each], current: each === tab }));
  useTabKeys(base);
  return (
    <>
      <PromiseLine
        links={[
          {
            href: `${base}/agreement#limits`,
            text: isAgreed ? text.limits.agreed : text.limits.open,
          },
          { href: "/who-could-read", text: text.whoElse },
        ]}
      >
        {promiseTo(name)}
      </PromiseLine>
      <p class="frame-states small">
        <Link href={`${base}/agreement`}>{room ? agreementState(room) : text.tabs.agreement}</Link>
        {room && (room.view.isChecked || room.relationship.state !== "ended") && (
          <Link href={`${base}/words`}>{room.view.isChecked ? text.checked : text.notChecked}</Link>
        )}
      </p>
      <Tabs label={text.room} tabs={tabs} />
    </>
  );
}

/** Until both have marked that they talked about them, the limits are nobody's agreement. */
function isTalked({ view, me, other }: RoomInHand): boolean {
  const { talked } = view.state.agreement;
  return talked[me] !== undefined && talked[other] !== undefined;
}

const tabNames = ["timeline", "sessions", "agreement", "goals", "more"] as const;

function tabHref(base: string, tab: (typeof tabNames)[number]): string {
  return tab === "timeline" ? base : `${base}/${tab}`;
}

/** The numbers 1 to 5 go to the tabs. */
function useTabKeys(base: string): void {
  const { route } = useLocation();
  const goTo = (tab: (typeof tabNames)[number]) => () => route(tabHref(base, tab));
  useKey("1", text.goTo(text.tabs.timeline), goTo("timeline"));
  useKey("2", text.goTo(text.tabs.sessions), goTo("sessions"));
  useKey("3", text.goTo(text.tabs.agreement), goTo("agreement"));
  useKey("4", text.goTo(text.tabs.goals), goTo("goals"));
  useKey("5", text.goTo(text.tabs.more), goTo("more"));
}

function agreementState({ view, relationship }: RoomInHand): string {
  const { agreement } = view.state;
  const parts = Object.values(agreement.parts);
  if (isSetUp(agreement, [view.me, view.other]))
    return parts.some((part) => part.proposal) ? text.agreement.change : text.agreement.set;
  // Whoever waits to be let in cannot read what the two have agreed.
  if (relationship.state === "ended" || view.condition.is === "to-be-readmitted") return text.tabs.agreement;
  return parts.length > 0 || Object.keys(agreement.talked).length > 0 ? text.agreement.begun : text.agreement.none;
}

/** A calm line for a screen whose thing is not in the room: an old address, or something that was taken away. */
export function NotInRoom({ children }: { readonly children: ComponentChildren }) {
  return <Notice>{children}</Notice>;
}
