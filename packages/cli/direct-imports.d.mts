import type { Plugin } from "esbuild";

export declare function directImports(folder: "src" | "dist"): Plugin;
