import { nameLabel, type ViewName } from "@schema-gate/contract";

/** The way through every break of a published version: leave it as it is and publish the next one beside it. */
export function keepAndBump(view: ViewName, keep: string): string {
  return `${keep} in ${nameLabel(view.name)} and make the change in ${nextVersionName(view.name)}.`;
}

function nextVersionName(name: string): string {
  const version = /^(.*_v)([0-9]{1,9})$/.exec(name);
  return version
    ? `a new ${nameLabel(`${version[1]}${Number(version[2]) + 1}`)}`
    : "a new version beside it (such as _v2)";
}
