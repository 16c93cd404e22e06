/**
 * GitHub's example with our values put in: the shape stays the example's, also where our value knows more, for examples and REST replies
 * differ in what they tell. What we do not say stays as the example has it.
 */
export function overlay(example: unknown, ours: unknown): unknown {
  if (ours === undefined) return example;
  if (Array.isArray(ours)) {
    const pattern: unknown = Array.isArray(example) ? example[0] : undefined;
    return ours.map((one) => overlay(pattern ?? null, one));
  }
  if (!isObject(ours)) return ours;
  if (isObject(example)) {
    const more = Object.entries(ours).filter(([key]) => always.has(key) && !(key in example));
    return {
      ...Object.fromEntries(Object.entries(example).map(([key, value]) => [key, overlay(value, ours[key])])),
      ...Object.fromEntries(more.map(([key, value]) => [key, overlay(null, value)])),
    };
  }
  const told = Object.entries(ours).filter(([key]) => !untold.has(key));
  return Object.fromEntries(told.map(([key, value]) => [key, overlay(null, value)]));
}

/**
 * What says that an issue is a pull request, for the examples of comments are all of issues; and what the first example of a
 * workflow's run is too old to have.
 */
const always = new Set(["pull_request", "actor", "triggering_actor", "path", "display_title"]);

/** What REST replies say of an account and webhooks do not; it shows only where the example has nothing to follow. */
const untold = new Set(["user_view_type"]);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
