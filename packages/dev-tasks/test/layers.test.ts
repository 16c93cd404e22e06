import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** Which packages of ours each may use (ARCHITECTURE.md), and which libraries only it may use. */
const layers: Record<string, { mayUse: string[]; owns: string[] }> = {
  contract: { mayUse: [], owns: ["yaml", "croner", "fast-json-patch"] },
  sql: { mayUse: ["contract"], owns: ["dt-sql-parser"] },
  diff: { mayUse: ["contract", "sql"], owns: ["fast-json-patch", "inflection"] },
  report: { mayUse: ["contract", "diff"], owns: [] },
  gate: { mayUse: ["contract", "sql", "diff", "report"], owns: [] },
  snapshot: { mayUse: ["contract"], owns: ["trino-client"] },
  sandbox: { mayUse: ["contract", "snapshot"], owns: [] },
  bot: {
    mayUse: ["contract", "diff", "report", "gate"],
    owns: [
      "@octokit/rest",
      "@octokit/auth-app",
      "@octokit/plugin-retry",
      "@octokit/plugin-throttling",
      "@octokit/webhooks-methods",
      "pino",
      "prom-client",
    ],
  },
  cli: { mayUse: ["contract", "sql", "diff", "report", "gate", "snapshot", "sandbox"], owns: ["commander", "pino"] },
  testing: { mayUse: ["contract"], owns: [] },
  "dev-tasks": {
    mayUse: ["contract", "sql", "diff", "report", "gate", "snapshot", "sandbox", "cli"],
    owns: ["pure-rand"],
  },
};

const pure = ["contract", "sql", "diff", "report"];
const scope = "@schema-gate/";
const names = readdirSync(packages);

function sources(name: string): { file: string; text: string }[] {
  return readdirSync(`${packages}${name}/src`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file: `${name}/src/${file}`, text: readFileSync(`${packages}${name}/src/${file}`, "utf8") }));
}

/** Every module a source imports, statically or not. */
function imports(text: string): string[] {
  const statements = text.matchAll(
    /^(?:import\s|(?:import|export)\s[\w\s{},*]*\bfrom\s+)"([^"]+)";|\bimport\("([^"]+)"\)/gm,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? "");
}

test("every package has its place in the layers", () => {
  expect([...names].sort()).toEqual(Object.keys(layers).sort());
});

test.each(names)("%s depends only on the packages below it", (name) => {
  const manifest = JSON.parse(readFileSync(`${packages}${name}/package.json`, "utf8"));
  const ours = Object.keys(manifest.dependencies ?? {}).filter((dependency) => dependency.startsWith(scope));
  const allowed = layers[name]?.mayUse.map((used) => scope + used) ?? [];
  expect(ours.filter((dependency) => !allowed.includes(dependency))).toEqual([]);
});

test.each(names)("%s imports other packages by name, and only what it declares", (name) => {
  const manifest = JSON.parse(readFileSync(`${packages}${name}/package.json`, "utf8"));
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const own = scope + name;
  const foreign = sources(name).flatMap(({ file, text }) =>
    imports(text)
      .filter((target) => !target.startsWith("node:") && !target.startsWith("."))
      .filter((target) => !(file.endsWith(".test.ts") && /^(@jest\/globals|fast-check)$/.test(target)))
      .filter(
        (target) =>
          !declared.includes(
            target
              .split("/")
              .slice(0, target.startsWith("@") ? 2 : 1)
              .join("/"),
          ) && target !== own,
      )
      .map((target) => `${file}: ${target}`),
  );
  const leaks = sources(name).flatMap(({ file, text }) =>
    imports(text)
      .filter((target) => /\.\.\/[a-z]+\/(src|dist)\//.test(target))
      .map((target) => `${file}: ${target}`),
  );
  expect([...foreign, ...leaks]).toEqual([]);
});

test("libraries that touch the world or decide the shape of files are used by their owners alone", () => {
  const strays = names.flatMap((name) => {
    const others = Object.entries(layers).flatMap(([owner, { owns }]) => (owner === name ? [] : owns));
    const own = layers[name]?.owns ?? [];
    return sources(name).flatMap(({ file, text }) =>
      imports(text).flatMap((target) =>
        others.includes(target) && !own.includes(target) ? [`${file}: ${target}`] : [],
      ),
    );
  });
  expect(strays).toEqual([]);
});

test.each(pure)("%s does no I/O and reads no clock", (name) => {
  const impure = sources(name)
    .filter(({ file }) => !file.endsWith(".test.ts"))
    .flatMap(({ file, text }) =>
      [
        ...imports(text).filter((target) => target.startsWith("node:") && target !== "node:crypto"),
        ...(text.match(/\bDate\.now\(|new Date\(\)|\bprocess\.(env|argv|stdout)|Math\.random\(/g) ?? []),
      ].map((found) => `${file}: ${found}`),
    );
  expect(impure).toEqual([]);
});

test("no source file is longer than 250 lines, and half of them no longer than 60", () => {
  const lengths = names
    .flatMap((name) => sources(name))
    .filter(({ file }) => !file.endsWith(".test.ts") && !file.endsWith(".generated.ts"))
    .map(({ file, text }) => ({ file, lines: text.split("\n").length - 1 }))
    .sort((one, other) => one.lines - other.lines);
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(60);
});
