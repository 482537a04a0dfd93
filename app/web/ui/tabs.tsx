import { useEffect, useRef } from "preact/hooks";
import "./tabs.css";

/** One place within a place. */
export interface Tab {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean;
}

/** Props of `Tabs`. */
export interface TabsProps {
  /** Names the landmark: "Room". */
  readonly label: string;
  readonly tabs: ReadonlyArray<Tab>;
}

/** Places side by side, as links: each has its own address. On a phone the row scrolls, and the current one is in view. */
export function Tabs({ label, tabs }: TabsProps) {
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;

  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && link) row.current.scrollLeft = link.offsetLeft - 48;
  }, [current]);

  return (
    <nav ref={row} class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.text}
        </a>
      ))}
    </nav>
  );
}
