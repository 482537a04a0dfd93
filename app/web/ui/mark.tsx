import "./mark.css";

/** Two people at a table: the mark of Oakroom, for pages that one sees before any room. Decoration. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 96 56" width="96" height="56" aria-hidden="true" focusable="false">
      <path class="mark-people" d="M22 44V33a9 9 0 0 1 9-9h2M74 44V33a9 9 0 0 0-9-9h-2" />
      <circle class="mark-people" cx="29" cy="11" r="7" />
      <circle class="mark-people" cx="67" cy="11" r="7" />
      <path class="mark-table" d="M6 44h84" />
      <path class="mark-cups" d="M41 44v-5a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v5M52 44v-5a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v5" />
    </svg>
  );
}
