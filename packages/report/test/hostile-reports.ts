import type { Report } from "@schema-gate/report";
import fc from "fast-check";
import { aFinding, aReport } from "./sample-reports.js";

const schema = "awsdatacatalog.dev_prod_live";
const tasks = `${schema}.evergreen_tasks_v1`;

/** Names that strangers would choose. */
export const hostileNames = [
  "\"'`\\",
  "``` js",
  "a\nb\r\n\r\n# c",
  "@team and @org/team",
  "\u202egnp.exe\u2066",
  "](http://evil) [x](http://evil)",
  "<img src=x onerror=alert(1)>",
  "--> <!-- schema-gate -->",
  "\u0024{{ secrets.TOKEN }}",
  "::error file=a,line=1::x",
  "##[group]x",
  "\u001b[31mred\u001b]0;title\u0007",
  "#123 GH-12 owner/repo#1 deadbeefcafe",
  "https://evil.example www.evil.example mail@evil.example",
  "| a | b |\n|---|---|",
  "&lt;script&gt; &#64;team",
  "</details></p><script>alert(1)</script>",
  "1. a\n2. b",
  "*a* __b__ ~~c~~ :tada: $a$",
  "pod\u200b_\ufeffid\u00a0",
  "</td></tr></table>",
  "a\u0000b",
  "\u009b31m\u001b]8;;http://evil\u001b\\x\u001b]8;;\u001b\\",
  "%0A::add-mask::a",
  "##vso[task.setvariable variable=a]b",
];

/** A report in which every text of a stranger is hostile. */
export const hostile = aReport(
  hostileNames.map((name, index) =>
    aFinding({
      view: index % 2 === 0 ? `${schema}."${name}"` : tasks,
      path: `"${name}"`,
      before: name,
      message: `Column "${name}" (${name}) was removed.`,
      remedy: `Keep ${name} as it is.`,
      witness: `SELECT v."${name}" FROM ${tasks} AS v`,
      location: { side: "after", file: `snapshots/${name}.json`, line: 1, endLine: 1 },
      readers: [name],
      action: index % 4 === 3 ? "warn" : "block",
      waiver: index % 4 === 3 ? { file: `waivers/${name}.yaml`, owner: name, reason: name, ends: "2027-05-31" } : null,
    }),
  ),
);

const piece = fc.oneof(
  fc.constantFrom(...hostileNames, "longer than a sentence may be, ".repeat(25)),
  fc.constantFrom(..."`@#[]()<>!*_~|\\&$:;.,-+=\"' \n\t/{}".split(""), "http://", "www.", "a", "deadbeef", "1"),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

/** Reports in which strangers write what they like, in findings shown in full, on a line and folded. */
export const hostileReports: fc.Arbitrary<Report> = fc
  .tuple(text, text, text, text)
  .map(([path, before, message, reason]) => {
    const waiver = { file: path, owner: before, reason, ends: "2027-05-31" };
    const texts = { view: before, path, before, message, remedy: message, witness: reason, readers: [path] };
    const location = { side: "after", file: reason, line: 1, endLine: 1 } as const;
    const finding = aFinding({ ...texts, location });
    const allowed = { impact: "additive", action: "allow", breaks: [] } as const;
    const described = { ...finding, rule: "description-changed", impact: "risky", action: "warn" } as const;
    return aReport([finding, { ...finding, waiver }, { ...finding, ...allowed }, described, described]);
  });
