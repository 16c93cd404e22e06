import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { loadRules, type Rule } from "@schema-gate/diff";
import { policySentences } from "../src/generated-files.js";
import { type PolicySentence, policyPage } from "../src/policy-page.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const rules = await loadRules();
const sentences = policySentences(root);
const page = policyPage(sentences, rules);

test("every sentence is there once, in so many words, with what judges it or why nothing does", () => {
  const places = sentences.map(({ paragraph, says }) => JSON.stringify([paragraph, says]));
  expect(new Set(places).size).toBe(places.length);
  const keys = new Set(["paragraph", "says", "rules", "people", "open"]);
  expect(sentences.flatMap((sentence) => Object.keys(sentence).filter((key) => !keys.has(key)))).toEqual([]);
  const unanswered = sentences.filter(({ rules, people, open }) => rules.length === 0 && !people && !open);
  expect(unanswered).toEqual([]);
  const answers = sentences.flatMap(({ people, open }) => [people, open].filter((text) => text !== undefined));
  expect(answers.filter((text) => !/^[A-Z].+\.$/.test(text))).toEqual([]);
});

test("every rule of the policy is named, and what is named is a rule", () => {
  const named = new Set(sentences.flatMap((sentence) => sentence.rules));
  const ofPolicy = rules.filter(({ kind }) => kind === "policy").map(({ id }) => id);
  expect(ofPolicy.filter((id) => !named.has(id))).toEqual([]);
  const known = new Set(rules.map(({ id }) => id));
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
});

test("a rule stands under the paragraph it says it enforces", () => {
  const paragraphsOf = (id: string) =>
    sentences.filter((sentence) => sentence.rules.includes(id)).map(({ paragraph }) => paragraph);
  const named = rules.filter(({ id, policy }) => policy !== null && paragraphsOf(id).length > 0);
  const strays = named.filter(({ id, policy }: Rule) => policy !== null && !paragraphsOf(id).includes(policy));
  expect(strays.map(({ id }) => id)).toEqual([]);
});

test("every breaking rule with a paragraph is what some sentence asks for", () => {
  const named = new Set(sentences.flatMap((sentence) => sentence.rules));
  const missing = rules.filter(({ id, policy, impact }) => policy !== null && impact === "breaking" && !named.has(id));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test("every link leads somewhere", () => {
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(sentences.flatMap((sentence) => sentence.rules).length);
  expect([...new Set(links)].filter((link) => !existsSync(new URL(link, new URL("docs/", `file://${root}`))))).toEqual(
    [],
  );
});

test("a sentence is quoted as it is, and the page counts what is judged", () => {
  const [rule] = rules;
  if (!rule) throw new Error("There is no rule.");
  const some: PolicySentence[] = [
    { paragraph: "One", says: "a | b must be", rules: [rule.id] },
    { paragraph: "One", says: "c must be", rules: [rule.id], people: "Whether it is." },
    { paragraph: "Two", says: "d must be", rules: [], open: "Its name." },
    { paragraph: "Two", says: "e must be", rules: [], people: "Never." },
  ];
  const link = `[${rule.id}](rules/${rule.id}.md) ([fixture](../packages/diff/fixtures/${rule.id}/))`;
  expect(policyPage(some, [rule]).split("\n").slice(4)).toEqual([
    "machine can judge is said, and why. Of 4 sentences, rules judge 1 whole and 1 in part; 1 could be judged and are not yet, and 1 are for people alone.",
    "",
    "## One",
    "",
    "| the policy says | judged by | what remains |",
    "|---|---|---|",
    `| a \\| b must be | ${link} |  |`,
    `| c must be | ${link} | Whether it is. |`,
    "",
    "## Two",
    "",
    "| the policy says | judged by | what remains |",
    "|---|---|---|",
    "| d must be | no rule | Not judged yet: Its name. |",
    "| e must be | no rule | Never. |",
    "",
  ]);
  expect(() => policyPage([{ paragraph: "One", says: "", rules: ["no-rule"] }], [rule])).toThrow(
    "policy-sentences.json names no-rule, which is no rule.",
  );
});
