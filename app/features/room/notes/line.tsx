import { BelowChallenge } from "../challenges/below-challenge.tsx";
import { isChallenge } from "../challenges/rules.ts";
import { challengesLineText } from "../challenges/said/text.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { lineOf, quiet, type Said, words } from "../timeline/said.tsx";
import { ChangeNote } from "./change-note.tsx";
import { changeOfNote, type HeardAnswered, type HeardSent, type NoteChanged, type NoteWritten } from "./rules.ts";
import { HeardWords } from "./heard-words.tsx";
import { notesText as text } from "./text.ts";

/** A note as its writer left it: with other words, or none. */
function noteSaid(note: NoteWritten, room: RoomInHand): Said {
  const change = changeOfNote(room.view.state.notes, note);
  if (change && change.text === undefined) return quiet(text.withdrew);
  const standing = change?.text ?? note.payload.text;
  const isMine = note.author === room.me && room.isOpen;
  const named = { id: note.id, hash: note.hash };
  const isHard = isChallenge(room.view.state.challenges, note.id, note.author);
  return {
    ...words(standing, isHard ? challengesLineText.tag : change && text.corrected),
    acts: isMine && <ChangeNote room={room} note={named} words={standing} />,
    below: isHard && <BelowChallenge room={room} note={named} isMine={note.author === room.me} />,
  };
}

/** Notes on the timeline. */
export const notesLines = [
  lineOf<NoteWritten>("notes.written", noteSaid),
  lineOf<HeardSent>("notes.heard", ({ id, author, payload }, room) => ({
    kind: "part",
    part: <HeardWords room={room} id={id} by={author} words={payload.text} />,
  })),
  lineOf<HeardAnswered>("notes.heard-answered", ({ payload }, { view }) =>
    quiet(text.heardSaid(payload.answer, view.state.notes.heard.find(({ id }) => id === payload.heard.id)?.text ?? "")),
  ),
  // Said at the note itself; a search finds the new words here.
  {
    ...lineOf<NoteChanged>("notes.changed", ({ payload }) =>
      payload.text === undefined ? quiet(text.withdrew) : words(payload.text, text.corrected),
    ),
    isShown: false,
  },
];
