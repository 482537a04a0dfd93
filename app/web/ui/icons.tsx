import type { JSX } from "preact";

/** Props of every icon. */
export interface IconProps {
  /** Edge in px; 18 unless told. */
  readonly size?: number;
  /** Said by screen readers; without it the icon is decoration, which it should be wherever a word stands beside it. */
  readonly label?: string;
}

function icon(path: string): (props: IconProps) => JSX.Element {
  return function Icon({ size = 18, label }) {
    const named =
      label === undefined ? { "aria-hidden": true as const } : { role: "img" as const, "aria-label": label };
    return (
      <svg
        class="icon"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
        focusable="false"
        {...named}
      >
        <path d={path} />
      </svg>
    );
  };
}

/** A closed lock, beside the promise line. */
export const LockIcon = /* @__PURE__ */ icon(
  "M5 9V6.5a4 4 0 0 1 8 0V9M4.5 9h9A1.5 1.5 0 0 1 15 10.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 3 15.5v-5A1.5 1.5 0 0 1 4.5 9Z",
);

/** A tick: kept, done. */
export const CheckIcon = /* @__PURE__ */ icon("m4 10 4 4 8-9");

/** The letter i in a ring: good to know. */
export const InfoIcon = /* @__PURE__ */ icon("M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 9.2v4.6M10 6.4v.1");

/** A triangle: needs care. */
export const CareIcon = /* @__PURE__ */ icon("M10 3.2 17.5 16.5h-15L10 3.2ZM10 8.2v4M10 14.4v.1");

/** A clock. */
export const ClockIcon = /* @__PURE__ */ icon("M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6v4.2l2.8 1.8");

/** A calendar sheet. */
export const CalendarIcon = /* @__PURE__ */ icon("M4 5h12v11.5H4ZM4 8.5h12M7.2 3v3.4M12.8 3v3.4");

/** A pin on a map. */
export const PlaceIcon = /* @__PURE__ */ icon(
  "M10 17.5s5.5-5 5.5-9.2a5.5 5.5 0 1 0-11 0c0 4.2 5.5 9.2 5.5 9.2ZM10 10.2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
);

/** A telephone. */
export const PhoneIcon = /* @__PURE__ */ icon(
  "M5 3.5h2.6l1.2 3.6-1.7 1.3a9 9 0 0 0 4.5 4.5l1.3-1.7 3.6 1.2V15a1.6 1.6 0 0 1-1.7 1.6A12 12 0 0 1 3.4 5.2 1.6 1.6 0 0 1 5 3.5Z",
);

/** A camera for a call. */
export const VideoIcon = /* @__PURE__ */ icon("M3 6h9v8H3ZM12 9l5-2.6v7.2L12 11Z");

/** A pencil. */
export const WriteIcon = /* @__PURE__ */ icon("M12.8 4.2 15.8 7.2 7.5 15.5 3.8 16.2 4.5 12.5ZM11 6l3 3");

/** A plus. */
export const AddIcon = /* @__PURE__ */ icon("M10 4.5v11M4.5 10h11");

/** A cross: close, take away. */
export const CloseIcon = /* @__PURE__ */ icon("m5.2 5.2 9.6 9.6M14.8 5.2l-9.6 9.6");

/** An arrowhead down: more below. */
export const DownIcon = /* @__PURE__ */ icon("m5.5 8 4.5 4.5L14.5 8");

/** An arrow to the left. */
export const BackIcon = /* @__PURE__ */ icon("M16 10H4.5M9 5.2 4.2 10 9 14.8");

/** An arrow to the right. */
export const OnwardIcon = /* @__PURE__ */ icon("M4 10h11.5M11 5.2l4.8 4.8-4.8 4.8");

/** An arrow out of a box: leaves Oakroom. */
export const OutsideIcon = /* @__PURE__ */ icon("M8.5 5H4.5v10.5H15v-4M11 4h5v5M16 4l-7 7");

/** Three lines: the menu. */
export const MenuIcon = /* @__PURE__ */ icon("M3.5 6h13M3.5 10h13M3.5 14h13");

/** One person. */
export const PersonIcon = /* @__PURE__ */ icon(
  "M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10ZM3.8 17a6.2 6.2 0 0 1 12.4 0",
);

/** Two people. */
export const PairIcon = /* @__PURE__ */ icon(
  "M7.5 10a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.5 16.5a5 5 0 0 1 10 0M12.5 4.6a2.8 2.8 0 0 1 0 5.2M14 12.2a5 5 0 0 1 3.5 4.3",
);

/** A magnifying glass. */
export const SearchIcon = /* @__PURE__ */ icon("M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4");

/** An arrow into a tray. */
export const DownloadIcon = /* @__PURE__ */ icon("M10 3.5v9M6 9l4 4 4-4M4 16.5h12");

/** An arrow out of a tray. */
export const UploadIcon = /* @__PURE__ */ icon("M10 13V4M6 8l4-4 4 4M4 16.5h12");

/** Two sheets. */
export const CopyIcon = /* @__PURE__ */ icon("M7 7h9.5v9.5H7ZM13 7V3.5H3.5V13H7");

/** A printer. */
export const PrintIcon = /* @__PURE__ */ icon("M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6Z");

/** A key. */
export const KeyIcon = /* @__PURE__ */ icon(
  "M7 12.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM9.8 10.2l6.7 6.3M13.5 13.6l1.8-1.8",
);

/** A cloud with a line through it. */
export const OfflineIcon = /* @__PURE__ */ icon(
  "M6 15h8.2a3 3 0 0 0 1.9-5.3M13.9 8.4A4.6 4.6 0 0 0 7.6 6.6M5.6 9.2A3 3 0 0 0 6 15M3.5 3.5l13 13",
);

/** An arrow that turns back. */
export const UndoIcon = /* @__PURE__ */ icon("M7.5 4.5 4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H8");

/** Two bars: paused. */
export const PauseIcon = /* @__PURE__ */ icon("M7.5 5v10M12.5 5v10");

/** A sheet with lines. */
export const NoteIcon = /* @__PURE__ */ icon("M5 3.5h10v13H5ZM7.8 7.5h4.4M7.8 10.5h4.4");
