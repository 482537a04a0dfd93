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
import { refreshMe } from "../../programme/sign-in/api.ts";
import { isSetUp } from "../agreement/rules.ts";
import { Conditions } from "./condition.tsx";
import type { VaultStatus } from "../../../vault/vault.ts";
import { type RoomInHand, useRoom, useVault } from "./hand.tsx";
import { useOpenDates } from "./open-dates.tsx";
import { frameText as text } from "./text.ts";
import "./room-page.css";

/** What a device does by itself needs more than any screen, and shows nothing. */
const ByItself = lazily<{ readonly room: RoomInHand }>(() => import("./by-itself.tsx").then((m) => m.ByItself));
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
  readonly children: (room: RoomInHand) => ComponentChildren;
}

/** A page of a room: unlocks first where that is needed, then the head, the tabs, what is in the way, and the screen itself. */
export function RoomPage({ roomId, tab, title, children }: RoomPageProps) {
  return (
    <Held roomId={roomId}>
      {(room) => (
        <Page
          title={title ?? text.title(room.name)}
          width="room"
          head={title === undefined ? <RoomHead room={room} tab={tab} /> : <BelowHead room={room} />}
          {...(title ? { back: { href: `/rooms/${roomId}`, text: text.title(room.name) } } : {})}
        >
          <div class="stack stack-large">
            <Conditions room={room} />
            {children(room)}
          </div>
        </Page>
      )}
    </Held>
  );
}

/** Props of `Held`. */
export interface HeldProps {
  readonly roomId: string;
  /** The width of the page to come, so that nothing moves sideways when it does. */
  readonly width?: "room" | "text";
  readonly children: (room: RoomInHand) => ComponentChildren;
}

/** Gives a room to a screen that draws its own page, once the vault is open and the room is read. */
export function Held({ roomId, width = "room", children }: HeldProps) {
  const parsed = LogId.safeParse(roomId);
  return parsed.success ? (
    <HeldRoom roomId={parsed.data} width={width}>
      {children}
    </HeldRoom>
  ) : (
    <MissingRoom />
  );
}

function HeldRoom({ roomId, width, children }: Required<Omit<HeldProps, "roomId">> & { readonly roomId: LogId }) {
  const status = useVault().value;
  const room = useRoom(roomId);
  useOpenDates(typeof room === "string" ? undefined : room);
  if (
    status.is === "locked" ||
    status.is === "no-keys" ||
    status.is === "unavailable" ||
    status.is === "stopped" ||
    status.is === "unknown"
  )
    return <Unlock status={status} />;
  if (room === "missing") return <MissingRoom />;
  if (room === "waiting")
    return (
      <Page title={text.room} width={width}>
        {away.value ? <Away /> : <Skeleton shape="rows" count={4} />}
      </Page>
    );
  return (
    <>
      <ByItself room={room} />
      {children(room)}
    </>
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
function RoomHead({ room, tab }: { readonly room: RoomInHand; readonly tab: RoomTab }) {
  const base = `/rooms/${room.roomId}`;
  const tabs = tabNames.map((each) => ({ href: tabHref(base, each), text: text.tabs[each], current: each === tab }));
  useTabKeys(base);
  return (
    <>
      <PromiseLine
        links={[
          {
            href: `${base}/agreement#limits`,
            text: isTalked(room) ? text.limits.agreed : text.limits.open,
          },
          { href: "/who-could-read", text: text.whoElse },
        ]}
      >
        {text.promise(room.name)}
      </PromiseLine>
      <p class="frame-states small">
        <Link href={`${base}/agreement`}>{agreementState(room)}</Link>
        {(room.view.isChecked || room.relationship.state !== "ended") && (
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

/** On a page below the room: the promise alone. */
function BelowHead({ room }: { readonly room: RoomInHand }) {
  return <PromiseLine>{text.promise(room.name)}</PromiseLine>;
}

function agreementState({ view }: RoomInHand): string {
  const { agreement } = view.state;
  const parts = Object.values(agreement.parts);
  if (isSetUp(agreement, [view.me, view.other]))
    return parts.some((part) => part.proposal) ? text.agreement.change : text.agreement.set;
  return parts.length > 0 || Object.keys(agreement.talked).length > 0 ? text.agreement.begun : text.agreement.none;
}

/** A calm line for a screen whose thing is not in the room: an old address, or something that was taken away. */
export function NotInRoom({ children }: { readonly children: ComponentChildren }) {
  return <Notice>{children}</Notice>;
}
