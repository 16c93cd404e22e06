/**
 * Words that no Trino takes as a bare identifier: the tokens missing from the rule `nonReserved` of Trino's grammar
 * (core/trino-grammar/src/main/antlr4/io/trino/grammar/sql/SqlBase.g4). The list is what
 * `io.trino.sql.ReservedIdentifiers` of trino-parser 435 and 476 both answer; docs/src/main/sphinx/language/reserved.md.
 */
const RESERVED = `
  alter and as between by case cast constraint create cross cube current_catalog current_date current_path current_role
  current_schema current_time current_timestamp current_user deallocate delete describe distinct drop else end escape
  except exists extract false for from full group grouping having in inner insert intersect into is join json_array
  json_exists json_object json_query json_table json_value left like listagg localtime localtimestamp natural normalize
  not null on or order outer prepare recursive right rollup select skip table then trim true uescape union unnest using
  values when where with`;

/**
 * Words that only some versions reserve: `execute` up to 435, `auto` by 476, `json_serialize` and `primary` in
 * development after 483. They are quoted when written and taken bare when read, so that any version understands us.
 */
const RESERVED_IN_SOME_VERSIONS = "auto execute json_serialize primary";

const always = new Set(RESERVED.trim().split(/\s+/));
const anywhere = new Set([...always, ...RESERVED_IN_SOME_VERSIONS.split(" ")]);

/** Whether some version of Trino refuses `word` as a bare identifier; letter case plays no part. */
export function isReservedWord(word: string): boolean {
  return anywhere.has(word.toLowerCase());
}

/** Whether every version of Trino refuses `word` (in lower case) as a bare identifier. */
export function isAlwaysReserved(word: string): boolean {
  return always.has(word);
}
