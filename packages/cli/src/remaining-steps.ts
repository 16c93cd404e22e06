import { type ContractFile, viewLabel } from "@schema-gate/contract";

/** What people still have to do after the contract of the next version was written. */
export function remainingSteps(before: ContractFile, after: ContractFile): readonly string[] {
  const { promises } = after.contract;
  const { sql, task } = promises.filling;
  const published = viewLabel(after.contract);
  const end = before.contract.promises.endOfSupport;
  const files = sql === null ? "Write the SQL" : `Write its SQL beside ${sql}, name it in ${after.file},`;
  return [
    `Make the change in ${after.file}: it promises what ${before.contract.name} does.`,
    ...(promises.lineage.versionReason === null ? [`Say why in ${after.file}: versionReason is left blank.`] : []),
    `${files} and ${task === null ? "publish" : "have its job publish"} ${published} beside ${before.contract.name}.`,
    ...promises.documentation.map(({ type, url }) => `Document it in ${type}: ${url}`),
    ...tellReaders(before),
    `Once it is published: schema-diff snapshot, and status: active in ${after.file}.`,
    `Keep ${viewLabel(before.contract)} until ${end}, or until all its readers are ready.`,
  ];
}

function tellReaders({ file, contract }: ContractFile): string[] {
  const { stakeholders } = contract.promises;
  if (stakeholders.length === 0)
    return [`Find out who reads ${contract.name} and record them under stakeholders in ${file}.`];
  const teams = stakeholders.map(({ team, contact }) => (contact === null ? team : `${team} (${contact})`));
  return [`Tell ${teams.join(", ")} to move; write the date they agreed to behind ready in ${file}.`];
}
