/**
 * The renderers that most runs do not need, each loaded when it is asked for: starting a command costs what is used. Nothing
 * else of the package may import them, or a bundle loads them always.
 */
export const lazyRenderers = {
  sarif: async () => (await import("./sarif/render-sarif.js")).renderSarif,
  junit: async () => (await import("./junit/render-junit.js")).renderJunit,
  github: async () => (await import("./github/render-github.js")).renderGithub,
  html: async () => (await import("./html/render-html.js")).renderHtml,
} as const;
