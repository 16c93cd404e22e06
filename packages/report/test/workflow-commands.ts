/** A command as GitHub's runner understands it. */
export interface ReadCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Undoes `%` escapes as the runner does: the percent sign itself last. */
function unescaped(text: string, characters: string): string {
  return [...characters, "%"].reduce((done, character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
    return done.replaceAll(`%${code}`, character);
  }, text);
}

/** All commands in a log, of whatever name: those after `::` at the start of a line and those in `##[…]` anywhere. */
export function readCommands(log: string): readonly ReadCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, head, message = ""] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
    if (head !== undefined) return [{ ...readHead(head), message: unescaped(message, "\r\n") }];
    const [, older, rest = ""] = /##\[(.*?)\](.*)$/s.exec(line) ?? [];
    return older === undefined ? [] : [{ name: older, properties: {}, message: rest }];
  });
}

function readHead(head: string): Omit<ReadCommand, "message"> {
  const [, name = "", list = ""] = /^(\S*) ?(.*)$/s.exec(head) ?? [];
  const pairs = list
    .trim()
    .split(",")
    .filter((pair) => pair !== "");
  const properties = pairs.map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), "\r\n:,")];
  });
  return { name, properties: Object.fromEntries(properties) };
}
