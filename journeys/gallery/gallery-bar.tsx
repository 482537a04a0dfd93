import { Bar } from "../../app/web/ui/bar.tsx";
import { Menu, MenuGroup } from "../../app/web/ui/menu.tsx";

/** The bar of someone who is signed in, as the shell draws it. */
export function GalleryBar({ current }: { readonly current: string }) {
  const places = ["Home", "Rooms", "My drawer"];
  return (
    <Bar
      home="#"
      places={places.map((text) => ({ href: `#${text}`, text, current: text === current }))}
      end={
        <>
          <a href="#help">Help and safety</a>
          <Menu label="Menu of Leila" button="Leila">
            <MenuGroup>
              <a href="#home" aria-current="page">
                Home
              </a>
              <a href="#rooms">Rooms</a>
            </MenuGroup>
            <MenuGroup>
              <a href="#settings">Settings on this device</a>
              <button type="button" class="menu-item" data-closes>
                Sign out
              </button>
            </MenuGroup>
          </Menu>
        </>
      }
    />
  );
}
