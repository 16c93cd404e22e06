import * as z from "zod";

const environmentName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of an environment variable, not the secret itself")
  .max(200, "must be the name of an environment variable, not the secret itself");

const authSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none").describe("Without a password.") }),
    z.strictObject({
      kind: z.literal("basic").describe("By name and password."),
      userEnv: environmentName
        .nullable()
        .default(null)
        .describe("Environment variable with the name, where it is not `user`."),
      passwordEnv: environmentName.describe("Environment variable with the password."),
    }),
    z.strictObject({
      kind: z.literal("bearer").describe("By a token."),
      tokenEnv: environmentName.describe("Environment variable with the token."),
    }),
  ])
  .describe("How the server knows us. Secrets stand in the environment; here stand the names of the variables.");

const server = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL like https://trino.example.com:8443" })
  .refine((url) => isBare(url), "must hold no user, password, query or fragment")
  .describe("Where Trino or Presto answers.");

/** Headers that carry who we are come from `user` and `auth` alone, or they would be sent beside the right ones. */
const ownHeaders = /^(?:authorization|proxy-authorization|cookie|host|content-length|x-(?:trino|presto)-user)$/i;

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, "a header name may hold letters, digits and - only")
  .refine((name) => !ownHeaders.test(name), "this header is set from user and auth");

const headerValue = z.string().regex(/^[\t\x20-\x7e]*$/, "a header value must be printable ASCII");

const seconds = (fallback: number) =>
  z.number().positive("must be more than 0").max(86_400, "must be 86400 (a day) at most").default(fallback);

/** A Trino or Presto server we may read, as `profiles:` of `schema-gate.yaml` names it. */
export const profileSchema = z
  .strictObject({
    server,
    engine: z.enum(["trino", "presto"]).default("trino").describe("Presto speaks through its own header names."),
    catalog: z.string().min(1, "must not be empty").describe("The catalog whose views are read."),
    schemas: z
      .array(z.string().min(1, "must not be empty"))
      .min(1, "must name at least one schema")
      .describe("The schemas of it whose views are read."),
    user: z.string().min(1, "must not be empty").nullable().default(null).describe("The name Trino knows us by."),
    auth: authSchema.default({ kind: "none" }),
    caFile: z.string().min(1, "must not be empty").nullable().default(null).describe("PEM file with the CA to trust."),
    headers: z.record(headerName, headerValue).default({}).describe("Sent with every request, as a gateway may want."),
    timeouts: z
      .strictObject({
        connectSeconds: seconds(10).describe("How long the server may stay silent."),
        querySeconds: seconds(300).describe("How long a whole statement may take."),
      })
      .prefault({})
      .describe("When to give up."),
  })
  .superRefine(({ server: url, auth, user }, context) => {
    if (auth.kind !== "none" && url.startsWith("http:") && !isLoopback(url)) {
      context.addIssue({ code: "custom", path: ["server"], message: "must be https, since auth sends a secret there" });
    }
    if (auth.kind === "basic" && auth.userEnv === null && user === null) {
      context.addIssue({ code: "custom", path: ["auth"], message: "needs a name: write user, or userEnv beside kind" });
    }
  });

export type Profile = z.output<typeof profileSchema>;
export type ProfileAuth = Profile["auth"];

function isBare(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const url = new URL(text);
  return url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}

function isLoopback(text: string): boolean {
  return URL.canParse(text) && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(text).hostname);
}
