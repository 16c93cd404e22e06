import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../", import.meta.url));
const scope = "@schema-gate/";

/**
 * For esbuild: has whoever imports a name from one of our packages import the file that holds it, not the package's index.
 * Chunks are divided by what is imported, not by what of it is used: through an index every command would load whatever any
 * command needs. `folder` is where the files stand in each package, `src` or `dist`.
 */
export function directImports(folder) {
  const ending = folder === "src" ? "ts" : "js";
  const indexes = new Map();
  const filesOf = (name) => {
    const known = indexes.get(name) ?? readIndex(join(packages, name, folder), ending);
    indexes.set(name, known);
    return known;
  };
  return {
    name: "direct-imports",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]packages[\\/][a-z-]+[\\/](src|dist)[\\/].*\.[jt]s$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          /^import \{([^}]*)\} from "@schema-gate\/([a-z-]+)";$/gm,
          (_, names, name) => direct(listed(names), name, filesOf(name)),
        ),
        loader: path.endsWith(".ts") ? "ts" : "js",
        resolveDir: dirname(path),
      }));
    },
  };
}

/** The import statement for each name; on one line, so that the places of errors stay. */
function direct(names, name, files) {
  const values = names.filter((each) => !each.startsWith("type "));
  return values
    .map((each) => `import { ${each} } from ${JSON.stringify(files.get(each.split(" as ")[0]) ?? scope + name)};`)
    .join(" ");
}

/** Which file holds each name that an index exports. */
function readIndex(folder, ending) {
  const text = readFileSync(join(folder, `index.${ending}`), "utf8");
  const exported = [...text.matchAll(/^export \{([^}]*)\} from "(.+)\.js";$/gm)];
  return new Map(
    exported.flatMap(([, names, file]) => listed(names).map((name) => [name, join(folder, `${file}.${ending}`)])),
  );
}

function listed(names) {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
