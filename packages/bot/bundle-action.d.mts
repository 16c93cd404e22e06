import type { Plugin } from "esbuild";

export function bundleAction(
  outdir: string,
  options?: { readonly folder?: "src" | "dist"; readonly plugins?: readonly Plugin[] },
): Promise<void>;
