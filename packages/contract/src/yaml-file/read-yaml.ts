import { type Document, parseDocument } from "yaml";
import { findDeepNesting, MOST_LEVELS } from "./yaml-nesting.js";
import { type YamlProblem, yamlError } from "./yaml-problem.js";
import { findForeignStructure } from "./yaml-structure.js";

/** A YAML file read but not yet validated; an empty file has the value `null`. */
export interface YamlFile {
  readonly file: string;
  readonly source: string;
  readonly document: Document.Parsed;
  readonly value: unknown;
}

/** Characters; files of ours are written by people, and the parser's time grows faster than the length. */
const LONGEST = 262_144;

/**
 * Reads one YAML document, or throws a `UserError` naming file, line and column. With `scalars: "text"` every scalar but
 * `null` stays as it is written, so that an id of digits does not become a number.
 */
export function readYaml(source: string, file: string, scalars: "typed" | "text"): YamlFile {
  const refuse = (offset: number, text: string) => yamlError(file, source, [{ offset, key: "", text }]);
  if (source.length > LONGEST) throw refuse(LONGEST, `the file is longer than ${LONGEST} characters; shorten it`);
  const deep = findDeepNesting(source);
  if (deep !== null) throw refuse(deep, `nests deeper than ${MOST_LEVELS} levels; write it flatter`);
  const document = parseDocument(source, {
    ...(scalars === "text" ? { schema: "failsafe", customTags: ["null"] } : { schema: "core" }),
    prettyErrors: false,
    logLevel: "error",
    // Found by findForeignStructure in linear time; the library compares every key with every other.
    uniqueKeys: false,
  });
  const problems = document.errors.length > 0 ? document.errors.map(explain) : findForeignStructure(document);
  if (problems.length > 0) throw yamlError(file, source, problems);
  return { file, source, document, value: document.toJS({ maxAliasCount: 0 }) };
}

function explain({ code, message, pos }: Document.Parsed["errors"][number]): YamlProblem {
  const text = code === "MULTIPLE_DOCS" ? "a second document starts here; one file holds one" : `not YAML: ${message}`;
  return { offset: pos[0], key: "", text };
}
