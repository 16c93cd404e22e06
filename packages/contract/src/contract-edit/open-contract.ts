import { type ContractDocument, documentSchema } from "../contract-file/contract-document.js";
import { readYaml, type YamlFile } from "../yaml-file/read-yaml.js";
import { validateYaml } from "../yaml-file/validate-yaml.js";

/** A contract file as YAML to be edited, with what stands in it. */
export function openContract(
  text: string,
  file: string,
): { readonly yaml: YamlFile; readonly document: ContractDocument } {
  const yaml = readYaml(text, file, "typed");
  return { yaml, document: validateYaml(documentSchema, yaml) };
}
