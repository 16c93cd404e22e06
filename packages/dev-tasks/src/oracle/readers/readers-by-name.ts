import { quoteIdentifier } from "@schema-gate/contract";
import { scalarLiteral } from "../plan/scalars.js";
import { type OracleReader, reader } from "./reader.js";
import { pickLeaf, probeName, type ReadLeaf, type Scene } from "./scene.js";

export function readByName(scene: Scene): OracleReader[] {
  const read = pickLeaf(scene);
  if (!read) return [];
  const value = read.leaf.sql(`v.${quoteIdentifier(read.column.name)}`);
  if (read.leaf.single && scene.dice.chance(40)) {
    return [reader("by-name", `SELECT 1 AS x FROM {view} AS v WHERE ${value} = ${someValue(read)}`)];
  }
  return [reader("by-name", `SELECT ${value} AS x FROM {view} AS v`)];
}

function someValue({ leaf: { scalar } }: ReadLeaf): string {
  return `CAST(${scalarLiteral(scalar.type, scalar.seed + 17)} AS ${scalar.type})`;
}

/** Bare names, beside a table of the reader's own. */
export function readUnqualified(scene: Scene): OracleReader[] {
  const probe = quoteIdentifier(probeName(scene));
  const beside = `CROSS JOIN (VALUES 1) AS h (${probe})`;
  const leaf = pickLeaf(scene);
  const joined = leaf
    ? [
        reader(
          "unqualified",
          `SELECT ${leaf.leaf.sql(quoteIdentifier(leaf.column.name))} AS x FROM {view} ${beside} WHERE ${probe} = 1`,
        ),
      ]
    : [];
  if (probe === "probe" || scene.dice.chance(60)) {
    const unnested = readUnnested(scene);
    return unnested.length > 0 && scene.dice.chance(50) ? unnested : joined;
  }
  const correlated = `SELECT ${probe} AS x FROM (VALUES 1, 2) AS h (${probe}) WHERE EXISTS (SELECT 1 FROM {view} WHERE ${probe} = 1)`;
  return [reader("unqualified", correlated)];
}

/** UNNEST without an alias: the fields of the elements become bare names. */
function readUnnested({ dice, before, after }: Scene): OracleReader[] {
  const columns = before.columns.flatMap(({ name, shape }) =>
    shape.kind === "array" && shape.element.kind === "row" ? [{ name, row: shape.element }] : [],
  );
  if (columns.length === 0) return [];
  const { name, row } = dice.pick(columns);
  const now = after?.columns.find((column) => column.name === name)?.shape;
  const fieldsNow = now?.kind === "array" && now.element.kind === "row" ? now.element.fields : [];
  const taken = new Set([...row.fields, ...before.columns].map((each) => each.name?.toLowerCase()));
  const fresh = fieldsNow.flatMap((field) => (field.name && !taken.has(field.name.toLowerCase()) ? [field.name] : []));
  const probe = quoteIdentifier(fresh.length > 0 ? dice.pick(fresh) : "probe");
  const value = row.fields.find(
    (field) => field.name && !before.columns.some((column) => column.name.toLowerCase() === field.name?.toLowerCase()),
  );
  if (!value?.name || row.fields.filter((field) => field.name?.toLowerCase() === value.name?.toLowerCase()).length > 1)
    return [];
  const sql = `SELECT ${quoteIdentifier(value.name)} AS x FROM {view} CROSS JOIN UNNEST(${quoteIdentifier(name)}) CROSS JOIN (VALUES 1) AS h (${probe}) WHERE ${probe} = 1`;
  return [reader("unqualified", sql)];
}
