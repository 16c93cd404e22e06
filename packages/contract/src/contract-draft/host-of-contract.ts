import { readYaml } from "../yaml-file/read-yaml.js";

/** The host and port a contract is published at, `trino.example.com:443`, or `null` where its file names none. */
export function hostOfContract(text: string, file: string): string | null {
  const { document } = readYaml(text, file, "typed");
  const host = document.getIn(["servers", 0, "host"]);
  const port = document.getIn(["servers", 0, "port"]);
  if (typeof host !== "string" || host === "") return null;
  return typeof port === "number" ? `${host}:${port}` : host;
}
