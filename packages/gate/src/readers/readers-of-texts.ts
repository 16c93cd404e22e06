import { readTaskSql, type TaskSqlText, UserError, type ViewName } from "@schema-gate/contract";
import { means } from "./means.js";
import { mayMention } from "./mentions.js";
import type { ReadingStatement, ReadingText, ViewReader } from "./reader.js";

/** A statement with the tables it reads, or why that cannot be told. */
interface ParsedStatement {
  readonly sql: string;
  readonly tables: readonly (readonly string[])[] | string;
}

interface ParsedText extends Pick<TaskSqlText, "hole" | "doubt" | "dependsOn"> {
  readonly statements: readonly ParsedStatement[];
}

/** Tells of texts that name views which of them read them. Each text is parsed once. */
export class TextReader {
  private readonly parsed = new Map<ReadingText, ParsedText>();

  /** The reader that a text is of a view it names; `null` where it only names it. */
  async read(text: ReadingText, view: ViewName): Promise<ViewReader | null> {
    const { kind, name, file, home } = text;
    const reader = (doubt: string | null, statements: readonly ReadingStatement[] = []) => {
      return { kind, name, file, doubt, statements };
    };
    if (text.language === "other") return reader("it is no SQL");
    const { statements, hole, doubt, dependsOn } = await this.parse(text);
    const meaning = (parts: readonly string[]) => means(parts, view, home, hole);
    const isView = (parts: readonly string[]) => meaning(parts) !== "no";
    const reading: ReadingStatement[] = [];
    let reason = doubt;
    for (const { sql, tables } of statements) {
      if (typeof tables === "string") {
        if (mayMention(sql, view.name)) reason ??= tables;
        continue;
      }
      const named = tables.map(meaning).filter((each) => each !== "no");
      if (named.length === 0) continue;
      reading.push({ sql, isView });
      if (!named.includes("yes")) reason ??= "a part of its full name is only known when the job runs";
    }
    const isNamed = dependsOn.some((table) => isView(table.toLowerCase().split(".")));
    if (reading.length > 0 || reason !== null) return reader(reason, reading);
    return isNamed ? reader("its front matter depends on it, its SQL does not read it") : null;
  }

  private async parse(text: ReadingText): Promise<ParsedText> {
    const before = this.parsed.get(text);
    if (before) return before;
    // The parser takes a tenth of a second to load.
    const { splitStatements, tablesRead } = await import("@schema-gate/sql");
    const template = text.language === "template" ? readTemplate(text) : null;
    const sql = template?.text ?? text.text;
    const split = splitStatements(sql);
    const statements =
      typeof split === "string"
        ? [{ sql, tables: split }]
        : split.map((statement) => ({ sql: statement, tables: tablesRead(statement) }));
    const parsed = {
      statements,
      hole: template?.hole ?? "",
      doubt: template?.doubt ?? null,
      dependsOn: template?.dependsOn ?? [],
    };
    this.parsed.set(text, parsed);
    return parsed;
  }
}

/** What somebody wrote amiss in front of a query is no reason to stop, and none to overlook the query. */
function readTemplate({ text, file }: ReadingText): TaskSqlText {
  try {
    return readTaskSql(text, file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text: "", hole: "", dependsOn: [], doubt: error.message };
  }
}
