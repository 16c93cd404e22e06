/** What is used of Trino's lexer and parser in dist/trino-grammar.mjs, which bundle-grammar.mjs makes of dt-sql-parser. */

export interface Token {
  readonly type: number;
  /** Offsets in code points; `stop` is that of the last one. */
  readonly start: number;
  readonly stop: number;
  readonly line: number;
  /** 0 for what means something; comments and white space are elsewhere. */
  readonly channel: number;
  readonly text: string | undefined;
}

/** A node of the parse tree: a rule's context with children, or a leaf with the token that is its `symbol`. */
export interface ParseTree {
  readonly symbol?: Token;
  readonly children?: readonly ParseTree[] | null;
  readonly start?: Token | null;
  readonly stop?: Token | null;
}

export interface ErrorListener {
  syntaxError(recognizer: unknown, symbol: unknown, line: number, column: number, message: string): void;
  reportAmbiguity(): void;
  reportAttemptingFullContext(): void;
  reportContextSensitivity(): void;
}

export declare const CharStreams: { readonly fromString: (text: string) => object };

export declare class CommonTokenStream {
  constructor(lexer: TrinoSqlLexer);
  fill(): void;
  getTokens(): Token[];
  seek(index: number): void;
  LA(offset: number): number;
}

export declare const PredictionMode: { readonly SLL: number; readonly LL: number };

export declare class TrinoSqlLexer {
  constructor(input: object);
  static readonly symbolicNames: readonly (string | null)[];
  removeErrorListeners(): void;
  addErrorListener(listener: ErrorListener): void;
}

export declare class TrinoSqlParser {
  constructor(tokens: CommonTokenStream);
  readonly interpreter: { predictionMode: number };
  removeErrorListeners(): void;
  addErrorListener(listener: ErrorListener): void;
  reset(): void;
  singleStatement(): ParseTree;
}
