import { lazyRenderers, type Report, renderJson, renderMarkdown, renderText } from "@schema-gate/report";
import type { Format } from "./formats.js";
import type { Io } from "./io.js";
import { version } from "./version.js";

/** Prints a report to standard output; colour only where a terminal shows it and nobody asked for none. */
export async function printReport(report: Report, format: Format, io: Io): Promise<void> {
  io.out.write(await render(report, format, io));
}

async function render(report: Report, format: Format, { out, env }: Io): Promise<string> {
  switch (format) {
    case "json":
      return renderJson(report);
    case "markdown":
      return renderMarkdown(report);
    case "text": {
      const colour = out.isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
      return renderText(report, { colour, ...(out.width === null ? {} : { width: out.width }) });
    }
    case "sarif":
      return (await lazyRenderers.sarif())(report, { version });
    case "junit":
    case "github":
    case "html":
      return (await lazyRenderers[format]())(report);
  }
}
