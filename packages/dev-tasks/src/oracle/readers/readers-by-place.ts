import { quoteIdentifier } from "@schema-gate/contract";
import { type RowShape, typeOf } from "../plan/shape.js";
import { type OracleReader, reader } from "./reader.js";
import { pickColumn, pickLeaf, type Scene } from "./scene.js";

/** Whoever counts columns or fields instead of naming them. */
export function readPositional(scene: Scene): OracleReader[] {
  const nested = [...readElements(scene), ...readWholeRow(scene)];
  return nested.length > 0 && scene.dice.chance(50)
    ? [scene.dice.pick(nested)]
    : [reader("positional", wholeRows(scene))];
}

function wholeRows({ dice, before }: Scene): string {
  const names = before.columns.map((_, index) => `c${index + 1}`);
  switch (dice.weighted({ all: 40, aliases: 30, union: 30 })) {
    case "all":
      return "SELECT * FROM {view}";
    case "aliases":
      return `SELECT t.${dice.pick(names)} AS x FROM {view} AS t (${names.join(", ")})`;
    case "union":
      return `SELECT * FROM {view} UNION ALL SELECT ${before.columns.map(({ shape }) => `CAST(NULL AS ${typeOf(shape)})`).join(", ")}`;
  }
}

/** UNNEST with a name for each of its columns. */
function readElements(scene: Scene): OracleReader[] {
  const column = pickColumn(scene, ({ shape }) => shape.kind === "array" || shape.kind === "map");
  if (!column) return [];
  const { shape } = column;
  const width =
    shape.kind === "map" ? 2 : shape.kind === "array" && shape.element.kind === "row" ? shape.element.fields.length : 1;
  const names = Array.from({ length: width }, (_, index) => `f${index + 1}`);
  const unnest = `UNNEST(v.${quoteIdentifier(column.name)}) AS r (${names.join(", ")})`;
  return [reader("positional", `SELECT r.${scene.dice.pick(names)} AS x FROM {view} AS v CROSS JOIN ${unnest}`)];
}

/** A row taken whole: its fields are told apart by their places. */
function readWholeRow(scene: Scene): OracleReader[] {
  const column = pickColumn(scene, ({ shape }) => shape.kind === "row");
  if (column?.shape.kind !== "row") return [];
  const positions: RowShape = { kind: "row", fields: column.shape.fields.map(({ shape }) => ({ name: null, shape })) };
  return [
    reader(
      "positional",
      `SELECT CAST(v.${quoteIdentifier(column.name)} AS ${typeOf(positions)}) AS x FROM {view} AS v`,
    ),
  ];
}

/** A view over the view. */
export function readStored(scene: Scene): OracleReader[] {
  const column = pickColumn(scene);
  const leaf = pickLeaf(scene);
  switch (scene.dice.weighted({ all: 40, column: 35, leaf: 25 })) {
    case "all":
      return [reader("stored-view", "SELECT * FROM {view}")];
    case "column":
      return column ? [reader("stored-view", `SELECT v.${quoteIdentifier(column.name)} AS x FROM {view} AS v`)] : [];
    case "leaf":
      if (!leaf) return [];
      return [
        reader(
          "stored-view",
          `SELECT ${leaf.leaf.sql(`v.${quoteIdentifier(leaf.column.name)}`)} AS x FROM {view} AS v`,
        ),
      ];
  }
}

/** A client that binds the columns it names to types of its own. */
export function readTyped(scene: Scene): OracleReader[] {
  const column = pickColumn(scene);
  const columns = column && scene.dice.chance(60) ? [column] : scene.before.columns;
  const names = columns.map(({ name }) => `v.${quoteIdentifier(name)}`).join(", ");
  const expectsNoNulls = columns.every(({ required }) => required);
  return [{ ...reader("typed-client", `SELECT ${names} FROM {view} AS v`), expectsNoNulls }];
}
