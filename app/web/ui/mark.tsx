import "./mark.css";

/** Two chairs at a table: the mark of Oakroom, for pages that one sees before any room. Decoration. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 88 44" width="88" height="44" aria-hidden="true" focusable="false">
      <path class="mark-chairs" d="M4 4v37M4 26h13v15M84 4v37M84 26H71v15" />
      <path class="mark-table" d="M25 19h38" />
      <path class="mark-legs" d="M31 19v22M57 19v22" />
    </svg>
  );
}
