/** A template with its holes filled. */
export interface FilledTemplate {
  /** Every `{{ … }}` is a made-up name of its own, `<hole><number>`; comments and blocks are gone, lines are kept. */
  readonly text: string;
  readonly hole: string;
  /** Why what is written cannot be told from the template alone: a sentence part. */
  readonly doubt: string | null;
}

const closing: Readonly<Record<string, string>> = { "{": "}}", "#": "#}", "%": "%}" };

/** Fills the holes of a Jinja template, so that it can be read as SQL. Nothing is evaluated. */
export function fillTemplate(template: string): FilledTemplate {
  const hole = freeName(template);
  let [text, doubt, count, at] = ["", null as string | null, 0, 0];
  const doubtAt = (offset: number, reason: string) => {
    doubt ??= `line ${template.slice(0, offset).split("\n").length} ${reason}`;
  };
  for (;;) {
    const start = template.indexOf("{", at);
    const close = start < 0 ? undefined : closing[template[start + 1] ?? ""];
    if (start < 0) return { text: text + template.slice(at), hole, doubt };
    text += template.slice(at, start);
    if (close === undefined) {
      text += "{";
      at = start + 1;
      continue;
    }
    const end = template.indexOf(close, start + 2);
    if (end < 0) {
      doubtAt(start, `has a bracket of the template that ${close} does not close`);
      return { text: text + template.slice(start), hole, doubt };
    }
    if (close === "%}") doubtAt(start, "is a block of the template, which is only known when the job runs");
    at = end + close.length;
    text += (close === "}}" ? `${hole}${++count}` : "") + template.slice(start, at).replace(/[^\n]/g, "");
  }
}

/** A name that the text does not hold itself. */
function freeName(text: string): string {
  let name = "hole_";
  while (text.includes(name)) name = `x${name}`;
  return name;
}
