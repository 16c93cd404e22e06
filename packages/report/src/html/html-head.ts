import { hash } from "node:crypto";
import { htmlText } from "../escape/markup-text.js";
import type { Report } from "../report.js";
import { amount } from "../wording/amount.js";
import { comparedPhrase } from "../wording/compared-phrase.js";
import { countsPhrase } from "../wording/counts-phrase.js";
import { countBlocking, verdictPhrase } from "../wording/verdict-phrase.js";
import { stylesheet } from "./stylesheet.js";

/** Nothing runs, nothing is fetched, nothing is sent: only this one stylesheet counts. */
const policy = `default-src 'none'; style-src 'sha256-${hash("sha256", stylesheet, "base64")}'; base-uri 'none'; form-action 'none'`;

/** The page until its findings: what a browser must know first, then verdict and counts. `note` says what was folded. */
export function htmlHead(report: Report, note: string | null): readonly string[] {
  const { verdict, findings, counts, compared } = report;
  const title = `Schema Gate: ${verdict}, ${amount(countBlocking(findings), "blocking finding")}`;
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${stylesheet}</style>`,
    "</head>",
    "<body>",
    `<header><h1>${title}</h1></header>`,
    "<main>",
    `<p class="${verdict}">${verdictPhrase(report)}</p>`,
    `<p>Found ${countsPhrase(counts)}. ${htmlText(comparedPhrase(compared))}</p>`,
    ...(note === null ? [] : [`<p>${note} <code>schema-diff --format json</code> prints the whole report.</p>`]),
    "<h2>Findings</h2>",
    ...(findings.length === 0 ? ["<p>None.</p>"] : []),
  ];
}

/** The page after its findings. */
export const htmlFoot = [
  "</main>",
  "<footer><p><code>schema-diff explain &lt;rule&gt;</code> says why a rule is so and what to do instead.</p></footer>",
  "</body>",
  "</html>",
];
