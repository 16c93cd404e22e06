/** Takes every secret out of a text that came from a server, which may quote what it was sent. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
}
