import { conjuncts, type Expression, word } from "../model/expression.js";
import { NotAnalysed } from "../not-analysed.js";
import { hasWord, isWord, type SyntaxNode } from "../syntax/syntax-node.js";
import { isIdentifier, nameOf, namesIn, unquoted } from "./names.js";
import { plainString, plainWords } from "./plain-words.js";
import { readQuery } from "./read-query.js";
import { resolve, type Scope } from "./scope.js";

/** The kinds of syntax that are queries. */
export const queryKinds: ReadonlySet<string> = new Set([
  "QueryStatement",
  "QueryNoWith",
  "QuerySpecification",
  "SetOperation",
  "Subquery",
  "Table",
  "InlineTable",
]);
const operators = new Set(["ArithmeticBinary", "ArithmeticUnary", "AtTimeZone", "Predicated", "LogicalNot"]);
const refused = new Set(["MeasureDefinition", "PatternRecognition", "WithFunction", "Measure"]);
const types: Readonly<Record<string, string>> = { int: "integer", dec: "decimal" };

/** Reads a value; whatever the grammar knows and nothing is said of here is kept word by word. */
export function readExpression(node: SyntaxNode, scope: Scope): Expression {
  if (node.children.length === 0) return readLeaf(node);
  if (queryKinds.has(node.kind))
    return {
      kind: "query",
      query: readQuery(node, { ...scope, sources: [], parameters: new Map(), windows: new Map(), outer: scope }),
    };
  if (refused.has(node.kind)) throw new NotAnalysed(`it uses ${node.kind}`);
  const [first, second] = node.children;
  switch (node.kind) {
    case "JoinColumnEquality":
      return {
        kind: "unordered",
        operator: "=",
        parts: node.children.filter((child) => !isWord(child, "=")).map((child) => resolve(namesIn(child), scope)),
      };
    case "ColumnReference":
    case "ColumnRef":
      return resolve(namesIn(node), scope);
    case "ParenthesizedExpression":
      return second ? readExpression(second, scope) : words(node, scope);
    case "And":
    case "Or":
      return readUnordered(node, node.kind.toUpperCase(), scope);
    case "Predicated":
      return first && second ? readPredicate(readExpression(first, scope), second, scope) : words(node, scope);
    case "Lambda":
      return readLambda(node, scope);
    case "FunctionCall":
      return readCall(node, scope);
    case "SortItem":
      return words({ ...node, children: sortWords(node) }, scope);
    case "RowConstructor":
      return words({ ...node, children: isWord(first, "ROW") ? node.children.slice(1) : node.children }, scope);
    case "GroupingSet":
      return node.children.length === 3 && second ? readExpression(second, scope) : words(node, scope);
    case "TypeConstructor":
    case "Position":
    case "Substring":
    case "Concatenation":
    case "ListAgg":
    case "Trim":
      return words(plainWords(node), scope);
    case "RowField":
      return {
        ...words(node, scope),
        parts: node.children.map((child, index) => (index === 0 ? fieldName(child) : readType(child, scope))),
      } as Expression;
    case "GenericType":
    case "DoublePrecisionType":
    case "ArrayType":
    case "LegacyArrayType":
    case "RowType":
      return readType(node, scope);
    default:
      return words(node, scope);
  }
}

function readLeaf(node: SyntaxNode): Expression {
  if (isIdentifier(node)) return word(nameOf(node));
  if (node.kind === "keyword" || (node.kind === "literal" && /^([0-9.]|[xX]')/.test(node.text))) {
    return word(node.text.toUpperCase());
  }
  if (/^[uU]&'/.test(node.text)) return word(plainString(node.text));
  return word(node.text === "!=" ? "<>" : node.text);
}

function words(node: SyntaxNode, scope: Scope): Expression & { kind: "words" } {
  const parts = node.children.map((child) =>
    child.kind === "FunctionName" ? word(namesIn(child).join(".")) : readExpression(child, scope),
  );
  return { kind: "words", operator: operators.has(node.kind), call: null, parts };
}

function readUnordered(node: SyntaxNode, operator: string, scope: Scope): Expression {
  const parts = node.children
    .filter((child) => !isWord(child, operator))
    .map((child) => readExpression(child, scope))
    .flatMap((part) => (part.kind === "unordered" && part.operator === operator ? part.parts : [part]));
  return { kind: "unordered", operator, parts };
}

/** NOT within a predicate is NOT around it, as Trino prints it; IS NOT NULL stays. */
function readPredicate(value: Expression, predicate: SyntaxNode, scope: Scope): Expression {
  const [first, second] = predicate.children;
  if (predicate.kind === "Comparison" && first && second) {
    const [operator, other] = [readExpression(first, scope), readExpression(second, scope)];
    const sign = operator.kind === "word" ? operator.text : "";
    if (sign === "=" || sign === "<>") return { kind: "unordered", operator: sign, parts: [value, other] };
    return { kind: "words", operator: true, call: null, parts: [value, operator, other] };
  }
  const negated = predicate.kind !== "NullPredicate" && hasWord(predicate, "NOT");
  const rest = predicate.children.filter((child) => !(negated && isWord(child, "NOT")));
  const positive: Expression = {
    kind: "words",
    operator: true,
    call: null,
    parts: [value, ...rest.map((child) => readExpression(child, scope))],
  };
  return negated ? { kind: "words", operator: true, call: null, parts: [word("NOT"), positive] } : positive;
}

/** The parameters are numbered, so that their names do not matter. */
function readLambda(node: SyntaxNode, scope: Scope): Expression {
  const arrow = node.children.findIndex((child) => isWord(child, "->"));
  const parameters = new Map(scope.parameters);
  const own = node.children.slice(0, arrow).flatMap(namesIn);
  const labels = own.map((name) => {
    const label = `$${parameters.size + 1}`;
    parameters.set(name, label);
    return label;
  });
  const body = node.children[arrow + 1];
  if (!body) throw new NotAnalysed("a lambda has no body");
  const inner = { ...scope, parameters };
  return {
    kind: "words",
    operator: true,
    call: null,
    parts: [word(`(${labels.join(", ")})`), word("->"), readExpression(body, inner)],
  };
}

function readCall(node: SyntaxNode, scope: Scope): Expression {
  const children = node.children.flatMap((child) => (child.kind === "Over" ? overWords(child, scope) : [child]));
  const windowed = node.children.some((child) => child.kind === "Over");
  const name = node.children.find((child) => child.kind === "FunctionName");
  return { ...words({ ...node, children }, scope), call: windowed || !name ? null : namesIn(name).join(".") };
}

/** A window by name is the window itself. */
function overWords(over: SyntaxNode, scope: Scope): readonly SyntaxNode[] {
  const [keyword, name] = over.children;
  const window = name && isIdentifier(name) ? scope.windows.get(nameOf(name)) : undefined;
  return keyword && window ? [keyword, ...window.children.slice(2)] : over.children;
}

/** ASC and NULLS LAST are what goes without saying. */
function sortWords(node: SyntaxNode): SyntaxNode[] {
  const last = hasWord(node, "LAST");
  return node.children.filter(
    (child) => !isWord(child, "ASC") && !(last && (isWord(child, "NULLS") || isWord(child, "LAST"))),
  );
}

function fieldName(node: SyntaxNode): Expression {
  return word(JSON.stringify(node.kind === "quoted" ? unquoted(node) : nameOf(node)));
}

function readType(node: SyntaxNode, scope: Scope): Expression {
  if (node.kind === "RowField") return readExpression(node, scope);
  if (node.kind === "DoublePrecisionType") return word("double");
  if (node.children.length > 0)
    return { kind: "words", operator: false, call: null, parts: node.children.map((child) => readType(child, scope)) };
  const text = node.text.toLowerCase();
  return word(types[text] ?? unquoted(node).toLowerCase());
}

/** A condition as what must all be true. */
export function readConjuncts(node: SyntaxNode, scope: Scope): readonly Expression[] {
  return conjuncts(readExpression(node, scope));
}
