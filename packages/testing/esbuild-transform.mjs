import { transform, transformSync } from "esbuild";

/**
 * Jest transform: TypeScript to ESM with an inline source map; types are checked by `pnpm types`. Jest asks for modules by
 * `processAsync`, which one esbuild does for all of them; `process` starts one for each.
 */
export default {
  async processAsync(source, filename) {
    const { code } = await transform(source, options(filename));
    return { code };
  },
  process(source, filename) {
    const { code } = transformSync(source, options(filename));
    return { code };
  },
};

function options(sourcefile) {
  return { loader: "ts", format: "esm", target: "node20", sourcefile, sourcemap: "inline", sourcesContent: false };
}
