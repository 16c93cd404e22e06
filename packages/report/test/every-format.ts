import { type Report, renderJson, renderMarkdown, renderText } from "@schema-gate/report";
import { renderGithub, renderHtml, renderJunit, renderSarif } from "./lazy-renderers.js";

/** Every way a report is shown, for laws that hold in all of them. */
export const everyFormat: [string, (report: Report) => string][] = [
  ["text", (report) => renderText(report, { colour: false })],
  ["text of 40 columns", (report) => renderText(report, { colour: false, width: 40 })],
  ["markdown", (report) => renderMarkdown(report)],
  ["shortened markdown", (report) => renderMarkdown(report, { maxLength: 900 })],
  ["json", renderJson],
  ["sarif", (report) => renderSarif(report)],
  ["junit", renderJunit],
  ["github", renderGithub],
  ["html", (report) => renderHtml(report)],
  ["shortened html", (report) => renderHtml(report, { maxLength: 6000 })],
];
