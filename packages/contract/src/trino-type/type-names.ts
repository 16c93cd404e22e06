/**
 * Types whose names Trino prints with capitals: the values of `getDisplayName` in core/trino-spi/.../type and
 * core/trino-main/.../type (T483), plugin/trino-geospatial, trino-ml, trino-mongodb; KHyperLogLog is PrestoDB's.
 */
const MIXED_CASE = [
  ...["HyperLogLog", "P4HyperLogLog", "KHyperLogLog", "SetDigest"],
  ...["Geometry", "SphericalGeography", "BingTile", "KdbTree"],
  ...["CodePoints", "JsonPath", "JoniRegExp", "Re2JRegExp", "LikePattern"],
  ...["ObjectId", "Classifier", "Regressor", "Model"],
];

const LOWER_CASE = [
  ...["boolean", "tinyint", "smallint", "integer", "bigint", "real", "double", "decimal", "number"],
  ...["varchar", "char", "varbinary", "json", "variant", "json2016", "uuid", "ipaddress", "ipprefix", "color"],
  ...["date", "time", "timestamp", "time with time zone", "timestamp with time zone", "timestamp microseconds"],
  ...["tdigest", "qdigest", "unknown", "function"],
];

const canonicalNames = new Map([
  ...LOWER_CASE.map((name) => [name, name] as const),
  ...MIXED_CASE.map((name) => [name.toLowerCase(), name] as const),
  ["int", "integer"] as const,
]);

/**
 * The one spelling of a type name. Trino compares type names without letter case even when they are quoted
 * (`TypeSignature.equals`), so all fold to lower case, types unknown to us too; those Trino prints with capitals get them.
 */
export function canonicalTypeName(name: string): string {
  const folded = name.toLowerCase();
  return canonicalNames.get(folded) ?? folded;
}

/** Whether we know a type of this canonical name; intervals, arrays, maps and rows are told apart before. */
export function isKnownTypeName(name: string): boolean {
  return canonicalNames.get(name.toLowerCase()) === name;
}

/** Whether `name` is one of the names that are canonical with capitals in them. */
export function isMixedCaseName(name: string): boolean {
  return MIXED_CASE.includes(name);
}
