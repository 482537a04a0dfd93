/** The list of keys. */
export const keysText = {
  title: "Keys",
  show: "Show this list",
  home: "Go to Home",
  help: "Go to Help and safety",
  between: "then",
  rest: "Tab goes on, Shift with Tab goes back, Enter presses, Escape closes.",
  settings: "Switch single keys off",
} as const;
