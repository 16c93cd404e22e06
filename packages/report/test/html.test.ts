import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import type { Report } from "@schema-gate/report";
import { golden } from "@schema-gate/testing";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { hostile, hostileReports } from "./hostile-reports.js";
import { readPage } from "./html-reader.js";
import { renderHtml } from "./lazy-renderers.js";
import * as samples from "./sample-reports.js";

const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"], rules: {} });

const reports: [string, Report, { maxLength?: number }][] = [
  ["everything", samples.everything, {}],
  ["everything-a-line-each", samples.everything, { maxLength: 9000 }],
  ["wide-a-line-a-view", samples.wide, { maxLength: 12_000 }],
  ["wide-a-line-a-rule", samples.wide, { maxLength: 5000 }],
  ["acknowledged", samples.acknowledged, {}],
  ["nothing", samples.nothing, {}],
  ["hostile", hostile, {}],
];

test.each(reports)(
  "%s is a page as the standard and people with a screen reader ask for",
  async (name, report, given) => {
    const page = renderHtml(report, given);
    expect(page).toBe(golden(new URL(`golden/${name}.html`, import.meta.url), page));
    const { results } = await validator.validateString(page);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  },
);

/** Every element a page may hold, with its attributes; there is no link, image, script or handler among them. */
const ours = new Set(
  "html lang,head,meta charset,meta http-equiv content,meta name content,title,style,body,header,h1,main,p,p class,h2,details,details open,summary,h3,span class,table,caption,thead,tr,th scope,th scope class,tbody,td,dl,dt,dd,code,footer".split(
    ",",
  ),
);

test("whatever strangers write, nothing of it becomes an element, and all of it is seen", () => {
  fc.assert(
    fc.property(hostileReports, (report) => {
      for (const maxLength of [10_000_000, 7000, 5000]) {
        const { elements } = readPage(renderHtml(report, { maxLength }));
        expect(elements.filter((element) => !ours.has(element))).toEqual([]);
      }
    }),
  );
});

test("its policy allows the one stylesheet and nothing else", () => {
  const page = renderHtml(samples.everything);
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const digest = createHash("sha256").update(readPage(page).style).digest("base64");
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${digest}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[0-9a-f]/g, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("all text has a contrast of 4.5 or more, in light and dark", () => {
  const { style } = readPage(renderHtml(samples.nothing));
  const schemes = [...style.matchAll(/:root \{([^}]*)\}/g)].map(
    ([, list = ""]) => new Map([...list.matchAll(/--(\w+): (#[0-9a-f]+)/g)].map(([, name, colour]) => [name, colour])),
  );
  expect(schemes.map((colours) => [...colours.keys()])).toEqual(
    Array.from({ length: 2 }, () => ["page", "text", "quiet", "code", "line", "block", "warn", "pass"]),
  );
  for (const colours of schemes) {
    const of = (name: string) => luminance(colours.get(name) ?? "");
    const weak = ["text", "quiet", "block", "warn", "pass"].flatMap((text) =>
      ["page", "code"].filter((ground) => {
        const [dark = 0, light = 0] = [of(text), of(ground)].sort();
        return (light + 0.05) / (dark + 0.05) < 4.5;
      }),
    );
    expect(weak).toEqual([]);
  }
});

test.each([
  [1, null],
  [3, "a line for each"],
  [9, "counted, a line for each view"],
])("5,000 changed views with %i findings each stay within 10,000,000 characters", (times, how) => {
  const views = Array.from({ length: 5000 }, (_, index) => `awsdatacatalog.dev_prod_live.evergreen_view_${index}_v1`);
  const finding = samples.aFinding({});
  const report = samples.aReport(
    views.flatMap((view) =>
      Array.from({ length: times }, (_, index) => ({ ...finding, view, path: `column_${index}` })),
    ),
  );
  const page = renderHtml(report);
  expect(page.length).toBeLessThanOrEqual(10_000_000);
  expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe(`Schema Gate: block, ${5000 * times} blocking findings`);
  const note = /Shortened: (\d+) findings?,? (.*?)\. </.exec(page);
  expect(note && [note[1], note[2]]).toEqual(how && [String(5000 * times), how]);
});

test("a page too short for the count of the findings is refused", () => {
  expect(() => renderHtml(samples.everything, { maxLength: 1000 })).toThrow(RangeError);
});
