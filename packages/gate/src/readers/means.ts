import type { ViewName } from "@schema-gate/contract";

/** Whether a name means something: `maybe` where a part of it is known only when a job runs. */
export type Meaning = "yes" | "maybe" | "no";

/**
 * Whether the parts of a name mean a view. Where bare names are looked for (`home`) unknown, its end is enough; what begins
 * with `hole` and goes on in digits stands for any text, "" for nothing.
 */
export function means(
  parts: readonly string[],
  view: ViewName,
  home: Pick<ViewName, "catalog" | "schema"> | null,
  hole: string,
): Meaning {
  const full = [view.catalog, view.schema, view.name];
  const around = home === null ? full : [home.catalog, home.schema];
  const whole = [...around.slice(0, Math.max(0, 3 - parts.length)), ...parts];
  if (whole.length !== 3) return "no";
  const each = whole.map((part, index) => meansPart(part, full[index] ?? "", hole));
  if (each.includes("no")) return "no";
  return each.includes("maybe") ? "maybe" : "yes";
}

function meansPart(part: string, wanted: string, hole: string): Meaning {
  if (part === wanted) return "yes";
  if (hole === "" || !part.includes(hole)) return "no";
  const [start = "", ...rest] = part
    .split(hole)
    .map((piece, index) => (index === 0 ? piece : piece.replace(/^\d+/, "")));
  const end = rest.pop() ?? "";
  if (!wanted.startsWith(start) || !wanted.endsWith(end)) return "no";
  let at = start.length;
  for (const piece of rest) {
    const found = wanted.indexOf(piece, at);
    if (found < 0) return "no";
    at = found + piece.length;
  }
  return wanted.length - end.length >= at ? "maybe" : "no";
}
