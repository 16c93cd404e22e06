import * as z from "zod";
import { ask } from "./ask.js";
import { openClient, type RepositoryAccess } from "./client.js";
import type { AppAccess } from "./installations.js";

/** The access of an app to one repository: it is asked where it is installed. */
export async function accessOfApp(access: AppAccess, owner: string, repository: string): Promise<RepositoryAccess> {
  const { credentials } = access;
  const client = openClient({ ...access, owner, repository, credentials: { ...credentials, installation: null } });
  const { id } = await ask(client, {
    route: "GET /repos/{owner}/{repo}/installation",
    doing: `find where the app is installed for ${owner}/${repository}`,
    permission: "metadata: read",
    answer: z.object({ id: z.int() }),
  });
  return { ...access, owner, repository, credentials: { ...credentials, installation: id } };
}
