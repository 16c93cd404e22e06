import type { Config } from "@schema-gate/contract";

type Leads = Config["leads"];

/** How many leads it takes; `null` where there are none, and so nobody can. */
export function neededLeads({ members, plurality }: Leads): number | null {
  if (members.length === 0) return null;
  return plurality === "majority" ? Math.floor(members.length / 2) + 1 : plurality;
}

/** Those of some logins who approved, as the list of them spells their names. */
export function approving(logins: readonly string[], approvals: readonly string[]): readonly string[] {
  return logins.filter((login) => approvals.some((approval) => isSameLogin(login, approval)));
}

/** Whether two logins are one account's: GitHub tells them apart by more than letter case only. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
