/** What the vault adds to Home: the state of each room's session, and what I said I would do. */
import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { RoomView, Stop } from "../../../../vault/vault.ts";
import { dayIn } from "../../../../values/day.ts";
import type { Instant } from "../../../../values/instant.ts";
import { formatDate, ownZone } from "../../../../web/client/format.ts";
import { NameDot } from "../../../../web/ui/avatar.tsx";
import { ButtonLink } from "../../../../web/ui/button.tsx";
import { Card } from "../../../../web/ui/card.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import type { Relationship } from "../../../programme/relationships/schema.ts";
import { CommitmentRow } from "../../commitments/commitment-row.tsx";
import { openCommitments } from "../../commitments/rules.ts";
import { HomeScreenOnHome } from "../../keys/home-screen/on-home.tsx";
import { KeyNewsCards, useKeyNews } from "../../keys/news/on-home.tsx";
import { Celebrations } from "../../goals/celebrate.tsx";
import { lastTalkText } from "../../ending/last-talk/text.ts";
import { isLastTalkHeld } from "../../ending/rules.ts";
import { heldDays, type Slot, waitingOffer } from "../../sessions/rules.ts";
import { currentSession, phaseOf } from "../../sessions/steps/rules.ts";
import type { NewEvent } from "../../state/schema.ts";
import { useWaitingAnswer, WaitingCard } from "../../showing/waits-on-home.tsx";
import { followRoom, lookedBackAt, useNow, useVault, writeInto } from "../hand.tsx";
import { ByItself } from "../by-itself.tsx";
import { nameShown } from "../named/rules.ts";
import type { NudgeCardProps, NudgeRoom } from "../../nudges/nudge-card.tsx";
import { homeRoomsText as text } from "./text.ts";

// From the first meeting on, for whoever put it off.
const ConfirmRecovery = lazily<object>(() => import("../../keys/confirm-recovery.tsx").then((m) => m.ConfirmRecovery));

// Rooms stop where a server says what an honest one cannot, or where somebody began anew.
const StoppedOnHome = lazily<{ readonly because: Stop }>(() =>
  import("../../keys/lost/told.tsx").then((m) => m.StoppedOnHome),
);

// Most days there is none; and what stands below it never waits for code that did not come.
const NudgeCard = lazily<NudgeCardProps>(() =>
  import("../../nudges/nudge-card.tsx").then(
    (m) => m.NudgeCard,
    () =>
      function WithoutNudge({ children }: NudgeCardProps) {
        return <>{children}</>;
      },
  ),
);

const ErasingOnHome = lazily<object>(() => import("../../ending/erasing/on-home.tsx").then((m) => m.ErasingOnHome));

/** What a room itself says to its card on Home. */
export interface InRoom {
  readonly slot: Slot | undefined;
  /** Where the session's open step is, and what going there is called; nothing where none is open. */
  readonly step: { readonly href: string; readonly word: "prepare" | "begin" | "close" } | undefined;
  /** Whose dates wait for an answer. */
  readonly offer: "mine" | "theirs" | undefined;
  /** What stands where the next date would, where no further one is looked for. */
  readonly instead: string | undefined;
  /** What the other put into it that this device has not shown yet, in a few words. */
  readonly news: string | undefined;
}
/** By room; a room that was not read yet is not there. */
export type InRooms = Readonly<Record<string, InRoom>>;

/** Props of `SealedOnHome`. */
export interface SealedOnHomeProps {
  /** The living pairs. */
  readonly list: ReadonlyArray<Relationship>;
  /** Where the cards read what their rooms say. */
  readonly inRooms: Signal<InRooms>;
  /** False while what stands above may still come; the vault is asked meanwhile. */
  readonly isShown: boolean;
  /** What stands below; drawn once nothing above it is still to come. */
  readonly children: ComponentChildren;
}

/** Stands below the cards, so that nothing moves when it comes. */
export function SealedOnHome({ list, inRooms, isShown, children }: SealedOnHomeProps) {
  const status = useVault().value;
  const isOpen = status.is === "unlocked";
  const views = useViews(isOpen ? list : []);
  const now = useNow();
  const news = useNews(views);
  const keyNews = useKeyNews(isOpen).value;
  const waiting = useWaitingAnswer(isOpen).value;
  useEffect(() => {
    lookedBackAt.value = undefined;
  }, []);
  useEffect(() => {
    inRooms.value = Object.fromEntries(views.map((view) => [view.room, inRoomOf(view, now, news.get(view.room))]));
  }, [views, now, inRooms, news]);
  const isSettled = isOpen
    ? keyNews !== undefined &&
      waiting !== undefined &&
      list.every(({ roomId }) => views.some(({ room }) => room === roomId))
    : status.is !== "starting";
  const asksForCode = isOpen && !status.isRecoveryConfirmed && views.some(({ state }) => hasMet(state.sessions));
  if (!isShown) return null;
  return (
    <>
      {status.is === "locked" && list.length > 0 && <LockedCard roomId={list[0]?.roomId ?? ""} />}
      {status.is === "stopped" && <StoppedOnHome because={status.because} />}
      {isOpen &&
        views.flatMap((view) => {
          const pair = list.find(({ roomId }) => roomId === view.room);
          return pair ? [<OfRoom key={view.room} view={view} pair={pair} />] : [];
        })}
      {isOpen && <MyCommitments list={list} views={views} />}
      {isSettled && keyNews && keyNews.length > 0 && <KeyNewsCards news={keyNews} />}
      {isSettled && waiting && <WaitingCard roomId={waiting} />}
      {isSettled &&
        (isOpen && list.length > 0 ? (
          <NudgeCard rooms={nudgeRooms(list, views)} areAll>
            {children}
            {asksForCode && <ConfirmRecovery />}
          </NudgeCard>
        ) : (
          children
        ))}
      {isOpen && isSettled && <ErasingOnHome />}
      {isOpen && isSettled && <HomeScreenOnHome />}
    </>
  );
}

/** From the first Close on, Home asks for the recovery code of whoever put it off. */
function hasMet(sessions: RoomView["state"]["sessions"]): boolean {
  return heldDays(sessions).length > 0;
}

/** A room that is paused, or waits for its ending, asks for nothing. */
function takesWords({ state, leaving }: Relationship): boolean {
  return state === "live" && !leaving;
}

/** The rooms as nudges need them. */
function nudgeRooms(list: ReadonlyArray<Relationship>, views: ReadonlyArray<RoomView>): ReadonlyArray<NudgeRoom> {
  return list.filter(takesWords).flatMap((relationship) => {
    const view = views.find(({ room }) => room === relationship.roomId);
    if (!view) return [];
    const { room: roomId, me } = view;
    const write = (event: NewEvent) => writeInto(roomId, event);
    return [{ roomId, me, name: nameShown(relationship.partner.name), write, view, relationship }];
  });
}

/** What a room asks of its reader on Home, and what it does by itself while they are here. */
function OfRoom({ view, pair }: { readonly view: RoomView; readonly pair: Relationship }) {
  const { room: roomId, me, other } = view;
  const { name } = pair.partner;
  const room = { roomId, view, me, other, name, write: (event: NewEvent) => writeInto(roomId, event) };
  return (
    <>
      {takesWords(pair) && <ByItself room={room} />}
      <Celebrations room={room} />
    </>
  );
}

/** By room, what the other wrote that this device has not shown. */
function useNews(views: ReadonlyArray<RoomView>): ReadonlyMap<string, string> {
  const news = useSignal<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let over = false;
    const look = async () => {
      // After the cards: nobody waits for it.
      const { unseenIn } = await import("../../timeline/unseen.tsx");
      const rooms = await Promise.all(
        views.map(async (view): Promise<ReadonlyArray<readonly [string, string]>> => {
          const { count, asks } = await unseenIn(view);
          return count === 0 ? [] : [[view.room, asks ? text.asks : text.isNew(count)]];
        }),
      );
      if (!over) news.value = new Map(rooms.flat());
    };
    // A mark that does not come is no fault that anybody needs to hear of.
    void look().catch(() => undefined);
    return () => {
      over = true;
    };
  }, [views, news]);
  return news.value;
}

/** What a room that waits for new keys says where its next date would be. */
function waitingFor({ is, ...more }: RoomView["condition"]): string | undefined {
  if (is === "to-readmit" || is === "to-be-readmitted") return text.newKeys[is];
  return "because" in more && more.because === "keys-changed" ? text.newKeys["keys-changed"] : undefined;
}

function inRoomOf({ room, me, state, condition }: RoomView, now: Instant, news: string | undefined): InRoom {
  const session = currentSession(state.sessions, now);
  const offer = waitingOffer(state.sessions);
  const { on } = state.ending;
  const today = dayIn(now, ownZone());
  const phase = session && phaseOf(session, now);
  const open =
    phase === "meet"
      ? (session?.step ?? "open")
      : phase === "prepare"
        ? "prepare"
        : phase === "close-alone"
          ? "close"
          : undefined;
  return {
    slot: session?.plan,
    step: session &&
      open && {
        href: `/rooms/${room}/sessions/${session.id}/${open}`,
        word: open === "prepare" || open === "close" ? open : "begin",
      },
    news,
    instead:
      waitingFor(condition) ??
      (on !== undefined && isLastTalkHeld(state.ending, heldDays(state.sessions), today)
        ? lastTalkText.planned(formatDate(on))
        : undefined),
    offer: offer && (offer.by === me ? "mine" : "theirs"),
  };
}

/** Follows the rooms of a list. */
function useViews(list: ReadonlyArray<Relationship>): ReadonlyArray<RoomView> {
  const views = useSignal<ReadonlyArray<RoomView>>([]);
  const key = list.map(({ roomId }) => roomId).join(" ");
  useEffect(() => {
    const ends = list.map(({ roomId }) =>
      followRoom(roomId, (next) => {
        views.value = [...views.peek().filter(({ room }) => room !== next.room), next];
      }),
    );
    return () => {
      for (const end of ends) end();
    };
    // The rooms' ids are the key: another list of the same rooms is no change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, views]);
  return views.value;
}

function LockedCard({ roomId }: { readonly roomId: string }) {
  return (
    <Card title={text.locked}>
      <div class="stack">
        <p>{text.lockedLine}</p>
        <div>
          <ButtonLink href={`/rooms/${roomId}`} kind="quiet">
            {text.unlock}
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}

function MyCommitments({
  list,
  views,
}: {
  readonly list: ReadonlyArray<Relationship>;
  readonly views: ReadonlyArray<RoomView>;
}) {
  const mine = list.filter(takesWords).flatMap(({ roomId, partner }) => {
    const view = views.find(({ room }) => room === roomId);
    if (!view) return [];
    const open = openCommitments(view.state.commitments).filter(({ owner }) => owner === view.me);
    return open.length === 0 ? [] : [{ view, partner, open }];
  });
  if (mine.length === 0) return null;
  return (
    <section class="stack">
      <h2>{text.commitments}</h2>
      {mine.map(({ view, partner, open }) => (
        <div key={view.room}>
          {list.length > 1 && (
            <h3>
              <NameDot name={text.with(partner.name)} id={partner.accountId} />
            </h3>
          )}
          <ul class="rows">
            {open.map((commitment) => (
              <CommitmentRow
                key={commitment.id}
                room={{ me: view.me, write: (event) => writeInto(view.room, event) }}
                commitment={commitment}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
