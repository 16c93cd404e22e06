import { type Logger, pino } from "pino";

/** Where the server logs to: pino, one JSON line each. */
export type Log = Logger;

/** What looks like a secret of GitHub's or of a request, wherever it stands in a line. */
const patterns = [
  // To the end of its JSON text: what follows an unfinished key may be more of it.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^"]*/g,
  /\b(?:gh[a-z]_|github_pat_)[A-Za-z0-9_]+/g,
  /\bsha(?:1|256)=[0-9a-f]+/g,
  /\b(bearer|token|basic) +[A-Za-z0-9._~+/=-]{8,}/gi,
];
const paths = ["authorization", "token", "privateKey", "secret", "signature", '["x-hub-signature-256"]'];
const HIDDEN = "[hidden]";

/**
 * A log that lets no secret through: neither where one is expected, nor those of this process wherever they stand, nor what
 * looks like one. `secrets` are texts of one or more lines.
 */
export function openLog(level: string, secrets: readonly string[], write: (line: string) => void): Log {
  const known = secrets
    .flatMap((secret) => [secret, ...secret.split("\n")])
    // Short lines are words of their own, or the frame of a key.
    .filter((line) => line.length >= 8 && !line.startsWith("-----"))
    .flatMap((line) => [line, JSON.stringify(line).slice(1, -1)]);
  const hide = (line: string) => {
    const without = known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
    return patterns.reduce((text, pattern) => text.replace(pattern, HIDDEN), hideWebTokens(without));
  };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...paths, ...paths.map(nested), ...paths.map(nested).map(nested)], censor: HIDDEN },
    },
    { write: (line: string) => write(hide(line)) },
  );
}

/**
 * Hides JSON web tokens: in each run of their characters what follows the first `eyJ`, where that has three parts. Each run is
 * looked at once; an expression that may begin anywhere in it takes the square of its length.
 */
function hideWebTokens(line: string): string {
  return line.replace(/(?<![\w.-])[\w.-]+/g, (run) => {
    const start = run.indexOf("eyJ");
    return start === -1 || run.slice(start).split(".", 3).length < 3 ? run : `${run.slice(0, start)}${HIDDEN}`;
  });
}

function nested(path: string): string {
  return path.startsWith("[") ? `*${path}` : `*.${path}`;
}
