import { hasWord, isWord, type SyntaxNode } from "../syntax/syntax-node.js";

/** Special forms as the plain ones Trino prints for them: `||` is concat, POSITION is strpos, a decimal is a number. */
export function plainWords(node: SyntaxNode): SyntaxNode {
  const values = node.children.filter((child) => child.kind !== "keyword" && !/^[(),]$/.test(child.text));
  if (node.kind === "Position") return call("strpos", [...values].reverse(), node);
  if (node.kind === "Concatenation")
    return call(
      "concat",
      values.filter((child) => child.text !== "||"),
      node,
    );
  if (node.kind === "Substring") return call("substr", values, node);
  const [type, text] = node.children;
  if (node.kind === "TypeConstructor" && type?.text.toUpperCase() === "DECIMAL" && text) {
    return { ...node, children: [{ ...text, text: text.text.slice(1, -1) }] };
  }
  if (node.kind === "Trim") return { ...node, children: withoutBoth(node.children) };
  if (node.kind === "ListAgg" && hasWord(node, "OVERFLOW"))
    return { ...node, children: withoutDefaultOverflow(node.children) };
  return node;
}

function call(name: string, values: readonly SyntaxNode[], node: SyntaxNode): SyntaxNode {
  const leaf = (kind: string, text: string): SyntaxNode => ({ ...node, kind, text, children: [] });
  const listed = values.flatMap((value, index) => (index === 0 ? [value] : [leaf("sign", ","), value]));
  return { ...node, children: [leaf("identifier", name), leaf("sign", "("), ...listed, leaf("sign", ")")] };
}

/** ON OVERFLOW ERROR goes without saying. */
function withoutDefaultOverflow(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const at = children.findIndex((child) => isWord(child, "OVERFLOW"));
  return isWord(children[at + 1], "ERROR") ? [...children.slice(0, at - 1), ...children.slice(at + 2)] : children;
}

/** TRIM takes from both ends when nothing is said. */
function withoutBoth(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const rest = children.filter((child) => !isWord(child, "BOTH"));
  return rest.filter((child, index) => !(isWord(child, "FROM") && isWord(rest[index - 1], "(")));
}

/** `U&'\\0041'` as the text it stands for, in plain quotes. */
export function plainString(text: string): string {
  const points = text.slice(2).replaceAll("\\\\", "\\+00005c");
  return points.replace(/\\(?:\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))/g, (_, long, short) =>
    String.fromCodePoint(Number.parseInt(long ?? short, 16)),
  );
}
