import { isUtf8 } from "node:buffer";
import { defaultConfig, loadConfigReader, UserError } from "@schema-gate/contract";
import { CONFIG_FILE, type Policy, WAIVERS_FOLDER } from "./policy.js";

/** Makes a policy of the bytes of its files; no configuration means the defaults. Waivers are paths below their folder. */
export async function readPolicyFiles(
  policyCommit: string | null,
  config: Buffer | null,
  waivers: readonly { readonly path: string; readonly bytes: Buffer }[],
): Promise<Policy> {
  return {
    config: config === null ? defaultConfig : (await loadConfigReader())(requireText(config), CONFIG_FILE),
    policyCommit,
    waivers: waivers.map(({ path, bytes }) => ({ file: `${WAIVERS_FOLDER}/${path}`, text: textOf(bytes) })),
  };
}

function requireText(bytes: Buffer): string {
  const text = textOf(bytes);
  if (text === null) throw new UserError("usage", `Cannot read ${CONFIG_FILE}: it is not UTF-8. Save it as UTF-8.`);
  return text;
}

function textOf(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString() : null;
}
