import type { YamlFile } from "../yaml-file/read-yaml.js";
import { problemAt } from "../yaml-file/validate-yaml.js";
import { lineFinder, type YamlPath } from "../yaml-file/yaml-place.js";
import { type YamlProblem, yamlError } from "../yaml-file/yaml-problem.js";
import type { Lines } from "./contract-file.js";

/** What is noted while a contract is read: where its promises stand, and everything wrong with it at once. */
export class ContractNotes {
  readonly yaml: YamlFile;
  readonly #places = new Map<string, YamlPath>();
  readonly #problems: YamlProblem[] = [];

  constructor(yaml: YamlFile) {
    this.yaml = yaml;
  }

  /** A value of the file makes the promise with this path (as findings have it). */
  place(promise: string, at: YamlPath): void {
    this.#places.set(promise, at);
  }

  /** Whether a promise has been placed already. */
  has(promise: string): boolean {
    return this.#places.has(promise);
  }

  problem(at: YamlPath, text: string): void {
    this.#problems.push(problemAt(this.yaml, at, text));
  }

  /** Something is wrong with a key of the value that makes a promise. */
  problemAt(promise: string, key: string, text: string): void {
    this.problem([...(this.#places.get(promise) ?? []), key], text);
  }

  problems(found: readonly YamlProblem[]): void {
    this.#problems.push(...found);
  }

  /** Whether something is wrong already; what refers to it would be said to be wrong as well. */
  get hasProblems(): boolean {
    return this.#problems.length > 0;
  }

  /** Throws a `UserError` that lists everything noted as wrong, if anything was. */
  refuseProblems(): void {
    if (this.#problems.length > 0) throw yamlError(this.yaml.file, this.yaml.source, this.#problems);
  }

  /** The lines of every promise, by its path. */
  lines(): ReadonlyMap<string, Lines> {
    const linesOf = lineFinder(this.yaml);
    return new Map(Array.from(this.#places, ([promise, at]) => [promise, linesOf(at)]));
  }
}
