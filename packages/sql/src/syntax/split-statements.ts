import { reasonNotAnalysed } from "../not-analysed.js";
import { scanText } from "./parse-statement.js";

/** The statements of a script, in their order, without the `;` between them; a sentence part where that cannot be told. */
export function splitStatements(text: string): readonly string[] | string {
  try {
    const { tokens } = scanText(text);
    const points = Array.from(text);
    const statements: string[] = [];
    let start = 0;
    let isEmpty = true;
    for (const token of tokens) {
      const isEnd = token.text === ";";
      if ((isEnd || token.type === -1) && !isEmpty) statements.push(points.slice(start, token.start).join(""));
      if (isEnd) start = token.stop + 1;
      isEmpty = isEnd;
    }
    return statements;
  } catch (error) {
    return reasonNotAnalysed(error);
  }
}
