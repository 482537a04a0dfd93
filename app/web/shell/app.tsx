import { computed, signal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import lazy from "preact-iso/lazy";
import { LocationProvider, Route, Router, useLocation } from "preact-iso/router";
import { mayBeWrong } from "../../features/programme/programmes/site/rules.ts";
import { beginMe, me, refreshMe, standing } from "../../features/programme/sign-in/api.ts";
import { SignIn } from "../../features/programme/sign-in/sign-in.tsx";
import type { AccountId } from "../../values/id.ts";
import { signedOutCount } from "../client/client.ts";
import { keepDraftsFor } from "../client/draft.ts";
import { readStored } from "../client/stored.ts";
import { lazily } from "../ui/lazily.tsx";
import { SkipLink } from "../ui/page.tsx";
import { Toasts } from "../ui/toast.tsx";
import { Frame } from "./frame.tsx";
import { OfflineLine } from "./offline-line.tsx";
import type { Found, ScreenRoute } from "./route.ts";
import { fetchRestOfTable, routeOf, routeTable, routeTableIs } from "./route-table.ts";
import { shellText as text } from "./text.ts";
import { Net, NotFetched } from "./trouble.tsx";
import "./shell.css";

// Most pages stand where they should.
const AddressLine = lazily(() =>
  import("../../features/programme/programmes/site/address-line.tsx").then((m) => m.AddressLine),
);
// Beside the first screen; whoever does without it does without single keys.
const KeysDialog = lazily<object>(() =>
  import("./keys-dialog.tsx").then(
    (m) => m.KeysDialog,
    () => () => null,
  ),
);
const isOddAddress = mayBeWrong({ origin: location.origin, isSecure: globalThis.isSecureContext });

const made = new Map<ScreenRoute, ComponentType<Found>>();

/** The same screen for the same line, also when the table has grown: what stands on a page stays there. */
function screenOnce(route: ScreenRoute): ComponentType<Found> {
  const screen = made.get(route) ?? screenOf(route);
  made.set(route, screen);
  return screen;
}

/** A screen's code, fetched when first needed. Another room is another screen: nothing of the one before stays in it. */
function screenOf(route: Pick<ScreenRoute, "load">): ComponentType<Found> {
  const Fetched = lazy<ComponentType<Found>>(async () => {
    try {
      return await route.load();
    } catch {
      return NotFetched;
    }
  });
  return function KeyedScreen({ params }) {
    return <Fetched key={Object.values(params ?? {}).join("/")} {...(params && { params })} />;
  };
}

const screens = computed(() => routeTable.value.map((route) => ({ route, screen: screenOnce(route) })));
const Lost = screenOf({ load: () => import("./lost.tsx").then((m) => m.Lost) });
const fetching = signal(false);

/** The whole app: frame, screen, and what lies above both. */
export function App() {
  return (
    <LocationProvider>
      <Placed />
    </LocationProvider>
  );
}

function Placed() {
  const { path, url, route: go } = useLocation();
  const route = routeOf(path);
  const known = standing.value.kind;

  useEffect(() => void beginMe(), []);

  useSignalEffect(() => {
    // A call found nobody signed in: ask once more, and only if this page still thinks otherwise.
    if (signedOutCount.value > 0 && standing.peek().kind === "signed-in") void refreshMe();
  });

  const last = useRef<AccountId | undefined>(undefined);
  useSignalEffect(() => {
    const now = me.value?.accountId;
    if (now) keepDraftsFor(now);
    last.current = now ?? last.current;
    // Also signed out from elsewhere, for a lost device: what is open here is locked, whichever page is shown.
    if (standing.value.kind === "signed-out" && (last.current ?? readStored("lock")))
      void import("./lock-rooms.ts").then((m) => m.lockSignedOut(last.current)).catch(() => undefined);
  });

  useEffect(() => {
    // Signed in, the sign-in page has nothing more to do; its address would keep a token in view. On to where the mail was asked for.
    if (path === "/sign-in" && known === "signed-in") go(readStored("going") ?? "/", true);
  }, [path, known, go]);

  return (
    <>
      <SkipLink>{text.skip}</SkipLink>
      {route?.area !== "step" && <Frame route={route} path={path} />}
      <OfflineLine />
      {isOddAddress && <AddressLine />}
      {fetching.value && <FetchingLine />}
      <Net place={url}>
        <Shown route={route} path={path} />
      </Net>
      <Toasts />
      <KeysDialog />
    </>
  );
}

interface ShownProps {
  readonly route: ScreenRoute | undefined;
  readonly path: string;
}

/** The screen of a path, once it is known which that is and that whoever asks may see it. */
function Shown({ route, path }: ShownProps) {
  const known = standing.value.kind;
  const needsSignIn = path === "/sign-in" || (route !== undefined && route.area !== "public");
  const mayBeInRest = !route && path !== "/sign-in" && routeTableIs.value !== "whole";

  useEffect(() => {
    if (mayBeInRest) void fetchRestOfTable();
  }, [mayBeInRest, path]);

  if (mayBeInRest) return routeTableIs.value === "unreachable" ? <NotFetched /> : <FetchingLine />;
  if (needsSignIn && known === "signed-out") return <SignIn />;
  return needsSignIn && known === "unknown" ? null : <Screens />;
}

function Screens() {
  return (
    <Router onLoadStart={() => (fetching.value = true)} onLoadEnd={() => (fetching.value = false)}>
      {screens.value.map(({ route, screen }) => (
        <Route key={route.path} path={route.path} component={screen} />
      ))}
      <Route default component={Lost} />
    </Router>
  );
}

/** Says that the next page is on its way; shows itself after 300 ms, by its style sheet. */
function FetchingLine() {
  return (
    <output class="fetching">
      <span class="unseen">{text.loading}</span>
    </output>
  );
}
