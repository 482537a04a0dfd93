/** Every part of the kit in every state, and the four screens of the design drawn with it. For tests and eyes; never shipped. */
import "../../app/web/ui/base.css";
import "../../app/web/ui/fonts.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "../../app/web/ui/layout.css";
import { render } from "preact";
import { Toasts } from "../../app/web/ui/toast.tsx";
import { SkipLink } from "../../app/web/ui/page.tsx";
import { BoardView } from "./board-view.tsx";
import { FieldsView } from "./fields-view.tsx";
import { HomeView } from "./home-view.tsx";
import { LongView } from "./long-view.tsx";
import { PartsView } from "./parts-view.tsx";
import { RoomView } from "./room-view.tsx";
import { SessionView } from "./session-view.tsx";
import "./gallery.css";

const views = {
  parts: PartsView,
  fields: FieldsView,
  home: HomeView,
  room: RoomView,
  session: SessionView,
  board: BoardView,
  long: LongView,
};

function isView(name: string): name is keyof typeof views {
  return Object.hasOwn(views, name);
}

const asked = new URLSearchParams(location.search);
const name = asked.get("view") ?? "";
const theme = asked.get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;

const View = isView(name) ? views[name] : PartsView;
const place = document.querySelector("#oakroom");
if (place) {
  render(
    <>
      <SkipLink>Skip to the page</SkipLink>
      <View />
      <Toasts />
    </>,
    place,
  );
}
