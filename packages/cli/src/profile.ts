import { type Config, type Profile, UserError } from "@schema-gate/contract";

/** The profile of that name, or the only one there is. */
export function findProfile(name: string | null, { profiles }: Config): Profile {
  const names = Object.keys(profiles);
  if (name !== null) {
    const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
    if (profile) return profile;
    throw new UserError(
      "usage",
      `There is no profile ${JSON.stringify(name)} in schema-gate.yaml; it has: ${list(names)}.`,
    );
  }
  const only = names.length === 1 && names[0] !== undefined ? profiles[names[0]] : undefined;
  if (only) return only;
  const problem =
    names.length === 0
      ? "There is no schema-gate.yaml here, or it has no profiles"
      : "schema-gate.yaml has several profiles";
  throw new UserError("usage", `${problem}: name the Trino server to ask. Profiles there: ${list(names)}.`);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
