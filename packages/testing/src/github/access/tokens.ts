import type { TokenOptions } from "../options.js";
import type { App } from "../state/app.js";
import { accountNamed, repositoryNamed, type World } from "../state/world.js";

/** The app behind the tokens of workflow jobs, with the id it has on github.com. */
const actionsAppId = 15_368;

/** Makes a token known; it never ends. */
export function addToken(world: World, token: string, whose: TokenOptions): void {
  if ("user" in whose) {
    const account = accountNamed(world, whose.user);
    world.tokens.set(token, {
      caller: { kind: "user", account, permissions: whose.permissions ?? null },
      endsAt: null,
    });
    return;
  }
  const { fullName } = repositoryNamed(world, whose.job);
  const caller = { kind: "installation", app: actionsApp(world), installation: null } as const;
  world.tokens.set(token, {
    caller: { ...caller, permissions: whose.permissions, repositories: [fullName] },
    endsAt: null,
  });
}

function actionsApp(world: World): App {
  const known = world.apps.find(({ id }) => id === actionsAppId);
  if (known !== undefined) return known;
  const slug = "github-actions";
  const app: App = {
    id: actionsAppId,
    slug,
    owner: accountNamed(world, "github", "Organization"),
    bot: accountNamed(world, `${slug}[bot]`, "Bot", "41898282+github-actions[bot]@users.noreply.github.com"),
    publicKey: null,
    permissions: { checks: "write", contents: "write", issues: "write", pull_requests: "write", statuses: "write" },
    events: [],
    hook: null,
  };
  world.apps.push(app);
  return app;
}
