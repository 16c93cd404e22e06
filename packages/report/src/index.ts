export { visibleText } from "./escape/visible-text.js";
export { renderJson } from "./json/render-json.js";
export { reportJsonSchema, reportSchema } from "./json/report-schema.js";
export { type MarkdownOptions, renderMarkdown } from "./markdown/render-markdown.js";
export type { ComparedSide, Counts, Location, Report, ReportFinding, SideKind, UsedWaiver, Verdict } from "./report.js";
export { renderText, type TextOptions } from "./text/render-text.js";
export { readersPhrase } from "./wording/readers-phrase.js";
