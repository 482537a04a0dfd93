/** Every sentence about questions. */
import type { ThemeId } from "./rules.ts";

/** What each theme is called. */
export const themeText: Readonly<Record<ThemeId, string>> = {
  "ask.warmup": "To arrive",
  "ask.road": "Your road here",
  "ask.support": "Support",
  "ask.goal": "What you want",
  "ask.ahead": "Ahead",
  "ask.us": "About us",
  "ask.mentee": "For your mentor",
  "ask.past": "What went before",
  "ask.beneath": "Beneath the goal",
  "ask.notplan": "Not going to plan",
  "ask.setbacks": "Setbacks",
  "ask.decide": "Decisions",
  "ask.people": "People around you",
  "ask.values": "What matters",
  "ask.courage": "Courage",
};

/** The words of screens. */
export const questionsText = {
  bank: "Find a question",
  bankLead: "Ask it aloud, or put it into the room.",
  theme: "Theme",
  another: "Another one",
  ask: "Put it into the room",
  own: "Your own question",
  ownHint: "Begin with what, how, when or who.",
  asks: (name: string) => `${name} asks`,
  youAsked: "You asked",
  answer: "Write an answer",
  answerHint: "Or say it aloud, and write nothing.",
  keepAnswer: "Keep this answer",
  willDo: "Make it something to do",
  made: "It is among the commitments now.",
  notThis: "Not this",
  left: "Let us leave this one.",
  pause: "Pause this topic",
  paused: "Set aside, for both of you:",
  resume: "Take it up again",
  deeper: "How far questions may go",
  deeperLead: "You decide this, and may change it at any time.",
  depths: { 1: "Easy ones", 2: "Some that ask more", 3: "Also the deep ones" },
} as const;
