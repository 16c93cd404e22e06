import type { Values } from "../description/check-request.js";

/** The text a checked request holds under a name; undefined when it holds none. */
export function textIn(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The text that the description requires, so that a checked request always holds it. */
export function requiredText(values: Values, name: string): string {
  const value = textIn(values, name);
  if (value === undefined) throw new Error(`GitHub's description does not require the text ${name}`);
  return value;
}

export function numberIn(values: Values, name: string): number | undefined {
  const value = values[name];
  return typeof value === "number" ? value : undefined;
}

export function requiredNumber(values: Values, name: string): number {
  const value = numberIn(values, name);
  if (value === undefined) throw new Error(`GitHub's description does not require the number ${name}`);
  return value;
}

/** The object under a name, or undefined; null counts as none. */
export function objectIn(values: Values, name: string): Values | undefined {
  const value = values[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** The objects of the list under a name; none when there is no list. */
export function objectsIn(values: Values, name: string): readonly Values[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}

/** The texts of the list under a name; none when there is no list. */
export function textsIn(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
