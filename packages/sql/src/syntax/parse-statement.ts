import { NotAnalysed } from "../not-analysed.js";
import {
  CharStreams,
  CommonTokenStream,
  type ErrorListener,
  type ParseTree,
  PredictionMode,
  type Token,
  TrinoSqlLexer,
  TrinoSqlParser,
} from "../trino-grammar.mjs";

/** Longer texts are not analysed: parsing takes seconds for each megabyte. In UTF-16 code units. */
const MAX_LENGTH = 200_000;
/** Deeper brackets are not analysed: the parser descends some twenty calls for each. */
const MAX_BRACKETS = 150;

/** The tokens that mean something, in their order; comments and white space are left out by the grammar's channels. */
export interface ScannedText {
  readonly stream: CommonTokenStream;
  readonly tokens: readonly Token[];
}

/** Splits a text into tokens. Throws NotAnalysed where the text is too large or holds what is no token. */
export function scanText(text: string): ScannedText {
  if (text.length > MAX_LENGTH) throw new NotAnalysed(`it is longer than ${MAX_LENGTH} characters`);
  const lexer = new TrinoSqlLexer(CharStreams.fromString(text));
  lexer.removeErrorListeners();
  lexer.addErrorListener(refusing);
  const stream = new CommonTokenStream(lexer);
  stream.fill();
  const tokens = stream.getTokens().filter((token) => token.channel === 0);
  let depth = 0;
  for (const { text: token } of tokens) {
    if (token === "(" || token === "[") depth++;
    if (token === ")" || token === "]") depth--;
    if (depth > MAX_BRACKETS) throw new NotAnalysed(`its brackets are nested deeper than ${MAX_BRACKETS}`);
  }
  return { stream, tokens };
}

/** The parse tree of one query. Throws NotAnalysed where Trino's grammar does not accept the text, or not all of it. */
export function parseStatement({ stream }: ScannedText): ParseTree {
  const parser = new TrinoSqlParser(stream);
  parser.removeErrorListeners();
  parser.addErrorListener(refusing);
  // The quick prediction is right for nearly all texts; only what it refuses is tried with the thorough one.
  parser.interpreter.predictionMode = PredictionMode.SLL;
  try {
    return wholeStatement(parser, stream);
  } catch (error) {
    if (!(error instanceof NotAnalysed)) throw error;
  }
  stream.seek(0);
  parser.reset();
  parser.interpreter.predictionMode = PredictionMode.LL;
  return wholeStatement(parser, stream);
}

/** The rule does not ask for the end of the text, so that `SELECT a FROM t (SELECT 1)` would pass for its first half. */
function wholeStatement(parser: TrinoSqlParser, stream: CommonTokenStream): ParseTree {
  const tree = parser.singleStatement();
  if (stream.LA(1) !== -1) throw new NotAnalysed("it goes on after its end");
  return tree;
}

const ignore = () => undefined;
const refusing: ErrorListener = {
  syntaxError: (_recognizer, _symbol, line, column, message) => {
    throw new NotAnalysed(`line ${line}:${column + 1}: ${message.slice(0, 200)}`);
  },
  reportAmbiguity: ignore,
  reportAttemptingFullContext: ignore,
  reportContextSensitivity: ignore,
};
