import type { Column, Contract } from "@schema-gate/contract";

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const scalars = ["varchar", "bigint", "double", "timestamp(3)", "boolean", "integer", "date", "decimal(10,2)"];

/** Seven in ten columns are scalars, two arrays, one a row of five fields two deep. */
function columnType(random: () => number): string {
  const scalar = () => scalars[Math.floor(random() * scalars.length)] ?? "varchar";
  const kind = random();
  if (kind < 0.7) return scalar();
  if (kind < 0.9) return `array(${scalar()})`;
  return `row(id varchar, started timestamp(3), tries bigint, place row(zone varchar, rack ${scalar()}), tags array(varchar))`;
}

/** `views` views of `columns` columns each, as a team's catalogue would be. */
export function makeCatalogue(views: number, columns: number): Contract[] {
  const random = numbers(1);
  return Array.from({ length: views }, (_, view) => makeView(`evergreen_entity_${view}_v1`, columns, random));
}

function makeView(name: string, columns: number, random: () => number): Contract {
  const list = Array.from(
    { length: columns },
    (_, index): Column => ({
      name: `column_name_${index}`,
      type: columnType(random),
      nullable: null,
      comment: index % 3 === 0 ? `What column ${index} means to the readers of ${name}.` : null,
    }),
  );
  return {
    catalog: "awsdatacatalog",
    schema: "dev_prod_live",
    name,
    kind: "view",
    security: "definer",
    comment: `One row for each ${name}.`,
    columns: list,
    definition: `SELECT ${list.map((column) => column.name).join(", ")} FROM evergreen_landing.${name}`,
  };
}

/**
 * A later state: of the columns of each changed view one in a hundred is dropped, one renamed, two retyped and three
 * added; of the views one in two hundred is gone and one in a hundred new.
 */
export function evolve(before: readonly Contract[], isChanged: (view: number) => boolean): Contract[] {
  const random = numbers(2);
  const kept = before.flatMap((view, index) => {
    if (!isChanged(index)) return [view];
    return random() < 0.005 ? [] : [evolveView(view, random)];
  });
  const fresh = before.filter((_, index) => isChanged(index) && random() < 0.01);
  return [...kept, ...fresh.map((view) => ({ ...view, name: view.name.replace(/_v1$/, "_more_v1") }))];
}

function evolveView(view: Contract, random: () => number): Contract {
  const columns = view.columns.flatMap((column): Column[] => {
    const fate = random();
    if (fate < 0.01) return [];
    if (fate < 0.02) return [{ ...column, name: `${column.name}_renamed` }];
    if (fate < 0.04) return [{ ...column, type: column.type === "varchar" ? "bigint" : "varchar" }];
    return [column];
  });
  const added = view.columns
    .filter(() => random() < 0.03)
    .map((column): Column => ({ ...column, name: `${column.name}_added`, comment: null }));
  return { ...view, columns: [...columns, ...added] };
}
