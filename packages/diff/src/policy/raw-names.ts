import { familyOf, type ViewName } from "@schema-gate/contract";

/** How the names of tables end, versions aside, that hold what was copied as it is or is half made. */
const endings = { raw: /(^|_)raw$/, intermediate: /(^|_)intermediate$/ } as const;

/** Whether a name is that of a raw or an intermediate table (`evergreen__db__tasks__raw`); `null` for any other. */
export function rawKind({ name }: Pick<ViewName, "name">, patterns: readonly string[]): keyof typeof endings | null {
  const { family } = familyOf(name, patterns);
  if (endings.raw.test(family)) return "raw";
  return endings.intermediate.test(family) ? "intermediate" : null;
}
