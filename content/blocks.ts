/** The shape of guidance: what the Markdown files below `content/` become. Pure, and the same in the browser, in mails and in print. */

/** A piece of running text: plain words, bold words, or a place where the software puts a value. */
export type Inline<Value extends string = string> =
  | string
  | { readonly bold: ReadonlyArray<Inline<Value>> }
  | { readonly value: Value };

/** A paragraph, or a list. */
export type Piece<Value extends string = string> =
  | { readonly kind: "paragraph"; readonly words: ReadonlyArray<Inline<Value>> }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: ReadonlyArray<ReadonlyArray<Inline<Value>>> };

/** One text by its id. `Value` names the places where values go; a place that gets none shows its own name. */
export interface Block<Value extends string = string> {
  readonly id: string;
  /** Who reads it, and where: the `meta` line, for people who edit the texts. */
  readonly meta: string;
  readonly pieces: ReadonlyArray<Piece<Value>>;
}

/** The names of the places in a block where values go. */
export type ValueOf<B> = B extends Block<infer Value> ? Value : never;

/** A line of text with its values put in. */
export function plainInline(words: ReadonlyArray<Inline>, values: Readonly<Record<string, string>> = {}): string {
  return words
    .map((word) => {
      if (typeof word === "string") return word;
      return "bold" in word ? plainInline(word.bold, values) : (values[word.value] ?? word.value);
    })
    .join("");
}

/** A whole block as plain text, for mails: paragraphs and lists with an empty line between them. */
export function plainText(block: Block, values: Readonly<Record<string, string>> = {}): string {
  return block.pieces
    .map((piece) => {
      if (piece.kind === "paragraph") return plainInline(piece.words, values);
      return piece.items
        .map((item, at) => `${piece.ordered ? `${at + 1}.` : "-"} ${plainInline(item, values)}`)
        .join("\n");
    })
    .join("\n\n");
}

/** The items of all lists of a block as plain texts: the questions of a question bank, the lines of an agenda. */
export function itemTexts(block: Block, values: Readonly<Record<string, string>> = {}): ReadonlyArray<string> {
  return block.pieces.flatMap((piece) =>
    piece.kind === "list" ? piece.items.map((item) => plainInline(item, values)) : [],
  );
}
