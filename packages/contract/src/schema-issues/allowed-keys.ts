import * as z from "zod";

/** A node of a JSON Schema, as far as it says which keys may stand where. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode | boolean>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode | boolean | readonly (SchemaNode | boolean)[];
  readonly anyOf?: readonly (SchemaNode | boolean)[];
  readonly oneOf?: readonly (SchemaNode | boolean)[];
  readonly allOf?: readonly (SchemaNode | boolean)[];
  readonly then?: SchemaNode | boolean;
}

/** The keys a zod schema allows in the object at `path`; none where any key is allowed. */
export function allowedKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  return keysAllowedBy(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as SchemaNode, path);
}

/** The keys a JSON Schema knows in the object at `path`, whatever its conditions. */
export function keysAllowedBy(root: SchemaNode, path: readonly PropertyKey[]): readonly string[] {
  let here: readonly SchemaNode[] = [root];
  for (const step of path)
    here = here.flatMap((node) => alternatives(node, root).flatMap((choice) => child(choice, step)));
  return [
    ...new Set(here.flatMap((node) => alternatives(node, root)).flatMap((node) => Object.keys(node.properties ?? {}))),
  ];
}

/** The node with everything it refers to or is made of; a schema that refers to itself ends where it has been before. */
function alternatives(node: SchemaNode, root: SchemaNode, seen = new Set<SchemaNode>()): readonly SchemaNode[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const parts = [node.$ref === undefined ? undefined : resolve(root, node.$ref), node.then];
  const all = [...parts, ...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...all.filter(isNode).flatMap((part) => alternatives(part, root, seen))];
}

function resolve(root: SchemaNode, reference: string): SchemaNode | undefined {
  const found = reference
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (here, step) => (typeof here === "object" && here !== null ? Reflect.get(here, step) : undefined),
      root,
    );
  return typeof found === "object" && found !== null ? (found as SchemaNode) : undefined;
}

function child(node: SchemaNode, step: PropertyKey): readonly SchemaNode[] {
  const named = Object.hasOwn(node.properties ?? {}, step) ? node.properties?.[String(step)] : undefined;
  const found = typeof step === "number" ? node.items : (named ?? node.additionalProperties);
  return isNode(found) ? [found] : [];
}

function isNode(node: SchemaNode["items"]): node is SchemaNode {
  return typeof node === "object" && !Array.isArray(node);
}
