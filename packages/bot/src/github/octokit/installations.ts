import * as z from "zod";
import { askForPages } from "./ask.js";
import { type AppCredentials, openClient, type RepositoryAccess } from "./client.js";

/** A repository in which an app is installed. */
export interface InstalledRepository {
  readonly owner: string;
  readonly name: string;
  readonly installation: number;
}

/** Which app, of which GitHub. */
export type AppAccess = Omit<RepositoryAccess, "owner" | "repository" | "credentials"> & {
  readonly credentials: Omit<AppCredentials, "installation">;
};

const installationAnswer = z.object({ id: z.int(), suspended_at: z.string().nullable() });
const repositoryAnswer = z.object({
  name: z.string(),
  owner: z.object({ login: z.string() }),
  archived: z.boolean().optional(),
});

/** Every repository the app may work in, installation by installation; suspended ones and archives it may not write to. */
export async function* installedRepositories(access: AppAccess): AsyncGenerator<InstalledRepository> {
  const clientOf = (installation: number | null) =>
    openClient({ ...access, owner: "", repository: "", credentials: { ...access.credentials, installation } });
  const installations = askForPages(clientOf(null), {
    route: "GET /app/installations",
    doing: "list where the app is installed",
    permission: "metadata: read",
    answer: installationAnswer,
  });
  for await (const page of installations) {
    for (const { id } of page.filter((each) => each.suspended_at === null)) yield* repositoriesOf(clientOf(id), id);
  }
}

async function* repositoriesOf(client: ReturnType<typeof openClient>, installation: number) {
  const pages = askForPages(client, {
    route: "GET /installation/repositories",
    doing: "list the repositories the app is installed in",
    permission: "metadata: read",
    answer: repositoryAnswer,
  });
  for await (const page of pages) {
    for (const { name, owner, archived = false } of page)
      if (!archived) yield { owner: owner.login, name, installation };
  }
}
