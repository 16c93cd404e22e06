/** How a report can be printed. */
export const formats = ["text", "markdown", "json", "sarif", "junit", "github", "html"] as const;
export type Format = (typeof formats)[number];
