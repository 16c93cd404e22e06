/** A command that GitHub's runner obeys when it stands on a line of a log; without a message it is no annotation. */
export interface WorkflowCommand {
  readonly name: "error" | "warning" | "notice";
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The line of a command, escaped as the runner unescapes it. Texts of strangers must have been made visible before: the
 * runner itself obeys nothing inside a message, but what it writes to the log is read again.
 */
export function workflowCommand({ name, properties, message }: WorkflowCommand): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${pairs.length === 0 ? "" : ` ${pairs.join(",")}`}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replace(/[%\r\n]/g, percent);
}

function escapeProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
