import { type Report, renderJson, renderMarkdown, renderText } from "@schema-gate/report";
import type { Format } from "./formats.js";
import type { Io } from "./io.js";

/** Prints a report to standard output; colour only where a terminal shows it and nobody asked for none. */
export function printReport(report: Report, format: Format, io: Io): void {
  io.out.write(render(report, format, io));
}

function render(report: Report, format: Format, { out, env }: Io): string {
  switch (format) {
    case "json":
      return renderJson(report);
    case "markdown":
      return renderMarkdown(report);
    case "text": {
      const colour = out.isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
      return renderText(report, { colour, ...(out.width === null ? {} : { width: out.width }) });
    }
  }
}
