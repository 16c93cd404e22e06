import { compareDates, isDate } from "../calendar.js";
import { readYaml } from "../yaml-file/read-yaml.js";

/**
 * Who answers for a view on the day `asOf`: the user names of its contract's team (`team.members[].username`), but for those
 * who have left it or not joined yet. Nobody where the contract names none. Throws a `UserError` for what is not YAML.
 */
export function ownersOfContract(text: string, file: string, asOf: string): readonly string[] {
  const { value } = readYaml(text, file, "text");
  const team = keyOf(value, "team");
  const members = Array.isArray(team) ? team : keyOf(team, "members");
  if (!Array.isArray(members)) return [];
  return members.flatMap((member: unknown) => {
    const username = keyOf(member, "username");
    return typeof username === "string" && username !== "" && isMember(member, asOf) ? [username] : [];
  });
}

function isMember(member: unknown, asOf: string): boolean {
  const joined = keyOf(member, "dateIn");
  const left = keyOf(member, "dateOut");
  // A date nobody can read makes nobody an owner.
  if (joined !== undefined && !(isText(joined) && isDate(joined) && compareDates(joined, asOf) <= 0)) return false;
  return left === undefined || (isText(left) && isDate(left) && compareDates(left, asOf) > 0);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function keyOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // A key left empty says as much as none.
  return (value as Readonly<Record<string, unknown>>)[key] ?? undefined;
}
