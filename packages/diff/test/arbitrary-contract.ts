import { type Column, type Contract, printType, type TrinoType } from "@schema-gate/contract";
import fc from "fast-check";

/** Names people would write, and some nobody should. */
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("task_id", "execution", "status", "host", "cost", "tags") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "__proto__",
      "constructor",
      "a/b~c",
      'o"d`d',
      "@team",
      "\u202eevil",
      "line\nbreak",
      "row",
    ),
  },
);

const scalar: fc.Arbitrary<TrinoType> = fc.constantFrom(
  ...(["bigint", "integer", "varchar", "double", "boolean", "date"].map((type) => ({
    kind: "scalar",
    name: type,
    parameters: [],
  })) as TrinoType[]),
  { kind: "scalar", name: "varchar", parameters: [10] },
  { kind: "scalar", name: "decimal", parameters: [10, 2] },
  { kind: "scalar", name: "timestamp", parameters: [3] },
);

/** Types nested up to four deep, rows with anonymous and doubled fields among them. */
const type = fc.letrec<{ type: TrinoType }>((tie) => ({
  type: fc.oneof(
    { depthSize: "small", maxDepth: 4, withCrossShrink: true },
    scalar,
    tie("type").map((element): TrinoType => ({ kind: "array", element })),
    fc.tuple(scalar, tie("type")).map(([key, value]): TrinoType => ({ kind: "map", key, value })),
    fc
      .array(fc.record({ name: fc.option(fc.oneof(name, fc.constantFrom("Foo", "foo"))), type: tie("type") }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((fields): TrinoType => ({ kind: "row", fields })),
  ),
})).type;

const comment = fc.option(fc.constantFrom("Seconds a task ran.", "seconds, a task ran", "Average cost", ""));

const column: fc.Arbitrary<Column> = fc.record({
  name,
  type: type.map(printType),
  nullable: fc.constantFrom(null, true, false),
  comment,
});

/** Any view called `evergreen_tasks_v1`: two of them make a pair. */
export const contract: fc.Arbitrary<Contract> = fc.record({
  catalog: fc.constant("awsdatacatalog"),
  schema: fc.constant("dev_prod_live"),
  name: fc.constant("evergreen_tasks_v1"),
  kind: fc.constantFrom(null, "view", "table"),
  security: fc.constantFrom(null, "definer", "invoker"),
  comment,
  columns: fc.uniqueArray(column, { selector: (each) => each.name, maxLength: 8 }),
  definition: fc.constantFrom(null, "SELECT 1", "SELECT 2"),
});

/** A pair that mostly agrees, as real ones do: the after side takes each column from the before side or makes a new one. */
export const pair: fc.Arbitrary<{ before: Contract; after: Contract }> = fc
  .tuple(contract, contract, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 8 }), fc.boolean())
  .map(([before, other, choices, keepHead]) => {
    const kept = before.columns.filter((_, index) => choices[index] !== 0);
    const replaced = kept.map(
      (each, index) => other.columns.find((one) => one.name === each.name && choices[index] === 1) ?? each,
    );
    const fresh = other.columns.filter((each) => !before.columns.some((one) => one.name === each.name)).slice(0, 2);
    const columns =
      choices[7] === 2 ? [...fresh, ...replaced] : choices[7] === 3 ? [...replaced].reverse() : [...replaced, ...fresh];
    return { before, after: { ...(keepHead ? before : other), columns } };
  });
