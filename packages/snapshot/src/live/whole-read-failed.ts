import { UserError } from "@schema-gate/contract";
import type { TrinoError } from "../trino/trino-error.js";
import type { TrinoPort } from "../trino/trino-port.js";

/** The UserError for a failure that speaks of the whole catalogue or the server: nothing may be concluded from it. */
export function wholeReadFailed(port: Pick<TrinoPort, "server">, error: TrinoError): UserError {
  const says = `Trino at ${port.server} says: ${error.reason} (${error.errorName}, query ${error.queryId}).`;
  return saysNoSuchCatalog(error)
    ? new UserError("usage", `${says} Correct \`catalog\` in the profile.`, { cause: error })
    : new UserError("unreachable", `Cannot read the catalogue. ${says} Nothing was concluded from it.`, {
        cause: error,
      });
}

function saysNoSuchCatalog({ errorName, reason }: TrinoError): boolean {
  if (errorName === "CATALOG_NOT_FOUND") return true;
  // PrestoDB files it under SYNTAX_ERROR (SemanticErrorCode.MISSING_CATALOG).
  return errorName === "SYNTAX_ERROR" && /^Catalog \S+ does not exist$/.test(reason);
}
