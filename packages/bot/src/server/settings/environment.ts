import * as z from "zod";

const whole = (what: string, least: number, most: number) =>
  z
    .string(what)
    .regex(/^\d+$/, what)
    .transform(Number)
    .refine((value) => value >= least && value <= most, what);

/** The variables that are read, and what is said where one is wrong. */
export const environment = z.object({
  SCHEMA_GATE_WEBHOOK_SECRET: z
    .string("is missing: the secret that GitHub signs deliveries with, as it stands in the app's settings")
    .min(16, "is too short to keep strangers out: give at least 16 characters, here and in the app's settings"),
  SCHEMA_GATE_APP_ID: whole("must be the number of the GitHub App, as it stands in the app's settings", 1, 2 ** 53 - 1),
  SCHEMA_GATE_PRIVATE_KEY: z.string().optional(),
  SCHEMA_GATE_PRIVATE_KEY_FILE: z.string().optional(),
  SCHEMA_GATE_API_URL: z
    .url({ protocol: /^https?$/, error: "must be the address of a GitHub's API" })
    .default("https://api.github.com"),
  SCHEMA_GATE_HOST: z.string().min(1, "must be an address to listen on").default("127.0.0.1"),
  SCHEMA_GATE_PORT: whole("must be a port, 0 to 65535", 0, 65535).default(3000),
  SCHEMA_GATE_STATE: z.string("is missing: the folder deliveries are stored in (--state)").min(1, "must name a folder"),
  SCHEMA_GATE_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error")
    .default("info"),
  SCHEMA_GATE_WORKERS: whole("must be how many pull requests are judged at once, 1 to 64", 1, 64).default(4),
  SCHEMA_GATE_SEARCH_MINUTES: whole("must be minutes, 1 to 1440", 1, 1440).default(15),
  SCHEMA_GATE_FIRST_WAIT_MS: whole("must be milliseconds, 1 to 600000", 1, 600_000).default(15_000),
  SCHEMA_GATE_SECOND_MS: whole("must be milliseconds, 1 to 1000", 1, 1000).default(1000),
});
