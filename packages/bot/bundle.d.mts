import type { Plugin } from "esbuild";

export function bundleBot(
  outdir: string,
  options?: { readonly folder?: "src" | "dist"; readonly plugins?: readonly Plugin[] },
): Promise<void>;
