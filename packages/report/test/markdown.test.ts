import { expect, test } from "@jest/globals";
import { renderMarkdown } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import { hostile } from "./hostile-reports.js";
import * as samples from "./sample-reports.js";

const file = (name: string) => new URL(`golden/${name}.md`, import.meta.url);
const link = "https://github.com/10gen/mongo-etls/runs/1";

test.each([
  ["everything", samples.everything, {}],
  ["everything-a-line-each", samples.everything, { maxLength: 2900, link }],
  ["everything-a-line-a-view", samples.everything, { maxLength: 1200, link }],
  ["wide-a-line-a-rule", samples.wide, { maxLength: 1000, reserve: 80 }],
  ["wide-some-rules", samples.wide, { maxLength: 540 }],
  ["acknowledged", samples.acknowledged, {}],
  ["waived-only", samples.waivedOnly, {}],
  ["passed", samples.passed, {}],
  ["nothing", samples.nothing, {}],
  ["hostile", hostile, {}],
])("%s reads as a person expects", (name, report, options) => {
  const text = renderMarkdown(report, options);
  expect(text).toBe(golden(file(name), text));
});

test("the title says exactly how many findings block in every step", () => {
  const titles = [65_000, 3000, 1200, 500].map(
    (maxLength) => renderMarkdown(samples.wide, { maxLength }).split("\n")[0],
  );
  expect(titles).toEqual(Array.from({ length: 4 }, () => "## Schema Gate: block, 40 blocking findings"));
});

const many = samples.aReport(
  Array.from({ length: 40_000 }, (_, index) =>
    samples.aFinding({
      view: `awsdatacatalog.dev_prod_live.view_${index % 3000}_v1`,
      rule: `rule-${"x".repeat(index % 200)}`,
    }),
  ),
);

test.each([100, 300, 1000, 5000, 65_000, 300_000, 100_000_000])(
  "40,000 findings fit into %i characters with what the caller adds, or the call is refused",
  (maxLength) => {
    const render = () => renderMarkdown(many, { maxLength, reserve: 50, link });
    if (maxLength < 1000) return expect(render).toThrow(RangeError);
    const text = render();
    expect(text.length).toBeLessThanOrEqual(maxLength - 50);
    expect(text.split("\n")[0]).toBe("## Schema Gate: block, 40000 blocking findings");
    return expect(text.includes(`[The whole report](${link})`)).toBe(maxLength < 100_000_000);
  },
);

test("each step begins exactly where the one before no longer fits", () => {
  const whole = renderMarkdown(samples.everything, { maxLength: 1_000_000 });
  expect(renderMarkdown(samples.everything, { maxLength: whole.length })).toBe(whole);
  const second = renderMarkdown(samples.everything, { maxLength: whole.length - 1 });
  expect(second.split("\n").filter((line) => line.startsWith("> "))).toEqual([
    "> Shortened: 12 findings, a line for each. `schema-diff check` prints the whole report.",
  ]);
});
