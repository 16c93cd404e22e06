import { transformSync } from "esbuild";

/** Jest transform: TypeScript to ESM with an inline source map; types are checked by `pnpm types`. */
export default {
  process(source, filename) {
    const { code } = transformSync(source, {
      loader: "ts",
      format: "esm",
      target: "node20",
      sourcefile: filename,
      sourcemap: "inline",
    });
    return { code };
  },
};
