import { useLocation } from "preact-iso/router";
import { me, signOut, standing } from "../../features/programme/sign-in/api.ts";
import type { Me } from "../../features/programme/sign-in/schema.ts";
import { roomPlaces } from "../client/places.ts";
import { Avatar, NameDot } from "../ui/avatar.tsx";
import { Bar } from "../ui/bar.tsx";
import { Menu, MenuGroup } from "../ui/menu.tsx";
import type { ScreenRoute } from "./route.ts";
import { routeTable } from "./route-table.ts";
import { shellText as text } from "./text.ts";

interface Place {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
}

/** The places of an area, in the order of the route table. Whoever takes part in nothing has no profile, and nothing is suggested to them. */
function placesOf(person: Me, area: ScreenRoute["area"], path: string, programmeId: string): ReadonlyArray<Place> {
  const isHomeAlone = area === "own" && person.participations.length === 0;
  return routeTable.value.flatMap((each) => {
    if (each.area !== area || each.place === undefined || (isHomeAlone && each.path !== "/")) return [];
    const href = each.path.replace(":programmeId", programmeId);
    return [{ href, text: each.place, current: href === path }];
  });
}

/** The bar around every page but the full-screen steps. */
export function Frame({ route, path }: { readonly route: ScreenRoute | undefined; readonly path: string }) {
  const person = me.value;
  const programmeId = route?.area === "manager" ? (path.split("/")[2] ?? "") : "";
  const area = route?.area === "manager" ? "manager" : "own";
  const rooms = area === "own" ? roomPlaces.value : [];
  const places = person ? placesOf(person, area, path, programmeId) : [];
  const roomLinks = rooms.slice(0, 3).map((room) => ({
    href: room.href,
    text: <NameDot name={room.name} id={room.id} />,
    current: path.startsWith(room.href),
  }));

  return (
    <Bar
      home="/"
      places={[...places, ...roomLinks]}
      line={area === "manager" ? text.manager : undefined}
      end={
        <>
          <a href="/help">{text.help}</a>
          {person ? <PersonMenu person={person} places={places} path={path} /> : <SignInLink path={path} />}
        </>
      }
    />
  );
}

function SignInLink({ path }: { readonly path: string }) {
  if (standing.value.kind === "unknown" || path === "/" || path === "/sign-in") return null;
  return <a href="/">{text.signIn}</a>;
}

interface PersonMenuProps {
  readonly person: Me;
  readonly places: ReadonlyArray<Place>;
  readonly path: string;
}

function PersonMenu({ person, places, path }: PersonMenuProps) {
  const button = (
    <>
      <Avatar id={person.accountId} name={person.name} small />
      <span class="frame-name">{person.name}</span>
    </>
  );
  return (
    <Menu label={text.menuOf(person.name)} button={button}>
      <MenuGroup>
        {places.map((place) => (
          <a key={place.href} href={place.href} aria-current={place.current ? "page" : undefined}>
            {place.text}
          </a>
        ))}
      </MenuGroup>
      <RoomGroup path={path} />
      {person.manages.length > 0 && (
        <MenuGroup title={text.programmes}>
          {person.manages.map((each) => (
            <a key={each.programmeId} href={`/programmes/${each.programmeId}`}>
              {each.programmeName}
            </a>
          ))}
        </MenuGroup>
      )}
      <OakroomGroup />
    </Menu>
  );
}

function RoomGroup({ path }: { readonly path: string }) {
  const rooms = roomPlaces.value;
  if (rooms.length === 0) return null;
  return (
    <MenuGroup title={text.rooms}>
      {rooms.map((room) => (
        <a key={room.href} href={room.href} aria-current={path.startsWith(room.href) ? "page" : undefined}>
          <NameDot name={room.name} id={room.id} />
        </a>
      ))}
    </MenuGroup>
  );
}

function OakroomGroup() {
  const { route } = useLocation();

  async function handleSignOut() {
    const rooms = await import("./lock-rooms.ts").catch(() => undefined);
    await rooms?.lockRooms(me.value?.accountId);
    rooms?.saySignedOut((await signOut()).kind);
    route("/", true);
  }

  return (
    <MenuGroup>
      <a href="/how-sessions-work">{text.how}</a>
      <a href="/what-oakroom-can-see">{text.see}</a>
      <a href="/settings">{text.settings}</a>
      <button type="button" class="menu-item" data-closes onClick={() => void handleSignOut()}>
        {text.signOut}
      </button>
    </MenuGroup>
  );
}
