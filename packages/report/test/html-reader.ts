import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** What a browser would make of a page: every element with its attributes, and all text outside of the stylesheet. */
export interface ReadPage {
  readonly elements: readonly string[];
  readonly text: string;
  readonly style: string;
}

/** Reads a page as browsers do, which never fail. */
export function readPage(html: string): ReadPage {
  const elements: string[] = [];
  const texts = { text: "", style: "" };
  const visit = (node: DefaultTreeAdapterTypes.Node, into: "text" | "style"): void => {
    if (node.nodeName === "#comment") elements.push("#comment");
    if ("value" in node) texts[into] += node.value;
    if ("attrs" in node) elements.push([node.tagName, ...node.attrs.map(({ name }) => name)].join(" "));
    if ("childNodes" in node)
      for (const child of node.childNodes) visit(child, node.nodeName === "style" ? "style" : "text");
  };
  visit(parse(html), "text");
  return { elements, ...texts };
}
