import type { Change, ChangeKind } from "../change.js";
import type { Action, Impact, ReaderCategory } from "../finding.js";
import type { LiveChangeKind } from "../live/live-change.js";
import type { Shortcoming, StateFacts, StateSubject } from "../policy/state-facts.js";
import type { Proof } from "./proof.js";

/** The paragraphs of the policy that rules enforce, by their headings. */
export const policyParagraphs = {
  dataFlow: "Data-Flow",
  raw: "Raw data is Private and Unstable",
  designed: "Views Data is Designed Intentionally",
  documented: "Views Data is Public and Documented",
  stable: "Views Data is Stable; Changes to Views Follow a Process",
  explicit: "SLAs are Explicit",
  stale: "Data is Never Too Stale",
  accounts: "Applications Have Distinct Service Accounts",
  atlas: "Views Don't Query Atlas",
  repeatable: "Views are Created Idempotently",
  presto: 'When Possible, Prefer "Presto" MARS tasks',
  python: "Python Tasks Are Only for Translation",
  mars: "Views and Jobs Are Run by MARS",
  secure: "MARS Jobs Are Secure",
  naming: "Naming Policies",
} as const;
export type PolicyParagraph = (typeof policyParagraphs)[keyof typeof policyParagraphs];

/** What a configuration may decide about a rule. */
export interface RuleSettings {
  /** The impact of a type change that loses nothing; never less than `risky`. */
  readonly losslessWidening: "breaking" | "risky";
  /** A promise of time that got this many times looser breaks; one less loose is risky. */
  readonly loosenedFactor: number;
  /** Today, `2026-11-22`. */
  readonly asOf: string;
}

interface RuleText {
  /** `<subject>-<past participle>`: also the name of the rule's file, fixture and page. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly policy: PolicyParagraph | null;
}

/** When a rule finds a lower impact than its own: a part of a sentence. */
export interface Milder {
  readonly impact: Impact;
  readonly when: string;
}

/** A judgement on one kind of change: what it does to whom, and what to do instead. */
export interface ChangeRule<K extends ChangeKind = ChangeKind> extends RuleText {
  readonly kind: "change";
  readonly on: K;
  readonly when?: (change: Change<K>) => boolean;
  readonly impact: Impact;
  /** A lower impact where this change, or the configuration, allows it; `milder` says when in words. */
  readonly lowered?: (change: Change<K>, settings: RuleSettings) => Impact | null;
  readonly milder?: readonly Milder[];
  /** Asks for another action than the impact gets by default. */
  readonly action?: Action;
  readonly breaks: readonly ReaderCategory[];
  readonly message: (change: Change<K>) => string;
  readonly remedy: string | ((change: Change<K>) => string);
  /** A reader's query that the change breaks or, for harmless changes, that answers the same. */
  readonly witness: (change: Change<K>) => string | null;
  /** What the tests run on real servers to show that impact and `breaks` are true. */
  readonly proof: Proof;
}

/** A judgement on a change that leaves a contract short of what the policy asks, and breaks no reader. */
export interface PolicyChangeRule<K extends ChangeKind = ChangeKind> extends RuleText {
  readonly kind: "policy";
  readonly on: K;
  readonly when?: (change: Change<K>) => boolean;
  readonly impact: null;
  readonly breaks: readonly [];
  readonly message: (change: Change<K>) => string;
  readonly remedy: string;
  readonly scenario: string;
}

/** A judgement on one thing as it stands, such as a contract: where it falls short of the policy. */
export interface PolicyStateRule<S extends StateSubject = StateSubject> extends RuleText {
  readonly kind: "policy";
  /** What the rule looks at. */
  readonly subject: S;
  readonly impact: null;
  readonly breaks: readonly [];
  /** All places where this thing falls short, each at a path of its own. */
  readonly find: (facts: StateFacts[S]) => readonly Shortcoming[];
  readonly remedy: string;
  readonly scenario: string;
  /** `false` where the policy allows no exception: it blocks, no waiver covers it and no configuration lowers it. */
  readonly waivable: boolean;
}

/** A judgement on the working of the gate itself; the gate says when it applies. */
export interface GateRule extends RuleText {
  readonly kind: "gate";
  readonly impact: null;
  readonly breaks: readonly [];
  readonly remedy: string;
  readonly scenario: string;
}

/** The rules a comparison needs; those on states are loaded only where a state is judged. */
export type ComparisonRule = ChangeRule | PolicyChangeRule | GateRule;
export type Rule = ComparisonRule | PolicyStateRule;

/** Declares a rule on one kind of change. */
export function changeRule<K extends ChangeKind>(rule: Omit<ChangeRule<K>, "kind">): ChangeRule {
  // Rules of all kinds live in one list; `decide` hands each only the changes it is `on`.
  return { kind: "change", ...rule } as unknown as ChangeRule;
}

/** Declares a rule on what only live Trino shows; it is loaded where live Trino is judged, and only there. */
export function liveRule<K extends LiveChangeKind>(rule: Omit<ChangeRule<K>, "kind">): ChangeRule {
  return changeRule(rule);
}

/** Declares a rule of the policy on one kind of change. */
export function policyChangeRule<K extends ChangeKind>(
  rule: Omit<PolicyChangeRule<K>, "kind" | "impact" | "breaks">,
): PolicyChangeRule {
  return { kind: "policy", impact: null, breaks: [], ...rule } as unknown as PolicyChangeRule;
}

/** Declares a rule of the policy on one thing as it stands. */
export function policyStateRule<S extends StateSubject>({
  waivable = true,
  ...rule
}: Omit<PolicyStateRule<S>, "kind" | "impact" | "breaks" | "waivable"> & {
  readonly waivable?: boolean;
}): PolicyStateRule {
  // Rules on all subjects live in one list; `judgeState` hands each only what it looks at.
  return { kind: "policy", impact: null, breaks: [], waivable, ...rule } as unknown as PolicyStateRule;
}

/** Declares a rule about the gate itself. */
export function gateRule(rule: Omit<GateRule, "kind" | "impact" | "breaks">): GateRule {
  return { kind: "gate", impact: null, breaks: [], ...rule };
}
