/** Somebody GitHub knows by a login. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Bot" | "Organization";
  /** By which GitHub tells who wrote a commit; null for who never wrote one. */
  readonly email: string | null;
}

/** What somebody may do in a repository, weakest first. */
export const roles = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Role = (typeof roles)[number];

export const atLeast = (role: Role, wanted: Role): boolean => roles.indexOf(role) >= roles.indexOf(wanted);
