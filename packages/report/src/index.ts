export { codeSpan } from "./escape/code-span.js";
export { visibleJson } from "./escape/json-text.js";
export { visibleText } from "./escape/visible-text.js";
export type { HtmlOptions } from "./html/render-html.js";
export { renderJson } from "./json/render-json.js";
export { reportJsonSchema, reportSchema } from "./json/report-schema.js";
export { lazyRenderers } from "./lazy-renderers.js";
export { type MarkdownOptions, renderMarkdown } from "./markdown/render-markdown.js";
export type {
  ComparedSide,
  Counts,
  Covered,
  KnownQueries,
  Location,
  Report,
  ReportFinding,
  SideKind,
  UsedWaiver,
  Verdict,
} from "./report.js";
export type { SarifOptions } from "./sarif/render-sarif.js";
export { renderText, type TextOptions } from "./text/render-text.js";
export { amount } from "./wording/amount.js";
export { readersPhrase } from "./wording/readers-phrase.js";
export { shorten } from "./wording/shorten.js";
export { countBlocking } from "./wording/verdict-phrase.js";
