import { type Config, type Profile, UserError } from "@schema-gate/contract";

/** The profile of that name, or the only one there is. */
export function findProfile(name: string | null, { profiles }: Config): Profile {
  const names = Object.keys(profiles);
  if (name !== null) {
    const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
    if (profile) return profile;
    if (names.length === 0) throw new UserError("usage", NO_PROFILES);
    const there = names.join(", ");
    throw new UserError("usage", `There is no profile ${JSON.stringify(name)} in schema-gate.yaml; it has: ${there}.`);
  }
  const only = names.length === 1 && names[0] !== undefined ? profiles[names[0]] : undefined;
  if (only) return only;
  if (names.length === 0) throw new UserError("usage", NO_PROFILES);
  throw new UserError("usage", `schema-gate.yaml has several profiles; name the one to ask: ${names.join(", ")}.`);
}

const NO_PROFILES =
  "There is no schema-gate.yaml here, or it has no profiles. Write the Trino server to ask into it, under profiles: its name, server, catalog, schemas and user.";
