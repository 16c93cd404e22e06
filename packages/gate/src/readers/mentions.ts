const plain = /^[a-z0-9_]+$/;

/** Whether a view's name is one word in every text that has it, whatever quotes and escapes stand around it. */
export function isPlainName(name: string): boolean {
  return plain.test(name);
}

/** Which of some names texts hold, in any case, quoted or not. Plain names are looked up word by word, however many there are. */
export class Mentions {
  private readonly plain: ReadonlySet<string>;
  private readonly others: readonly string[];

  constructor(names: readonly string[]) {
    this.plain = new Set(names.filter(isPlainName));
    this.others = names.filter((name) => !isPlainName(name));
  }

  /** The names a text holds; of those that are not plain, more than those. */
  in(text: string): ReadonlySet<string> {
    const folded = text.toLowerCase();
    const found = new Set(this.others.filter((name) => mayHold(folded, name)));
    if (this.plain.size === 0) return found;
    for (const [word] of folded.matchAll(/[a-z0-9_]+/g)) if (this.plain.has(word)) found.add(word);
    return found;
  }
}

/** Whether a text may hold a name: where the name is not plain, always. */
export function mayMention(text: string, name: string): boolean {
  return !isPlainName(name) || text.toLowerCase().includes(name);
}

function mayHold(folded: string, name: string): boolean {
  return folded.includes(name) || folded.includes(name.replaceAll('"', '""')) || folded.includes("\\");
}
