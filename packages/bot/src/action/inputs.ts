import { UserError } from "@schema-gate/contract";
import type { FailOn } from "@schema-gate/gate";
import * as z from "zod";

/** Who the action asks GitHub as: the workflow itself, or an app of your own, of which the repository need not be told more. */
export type Identity =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "app"; readonly appId: number; readonly privateKey: string };

/** What a workflow says to the action. */
export interface Inputs {
  readonly identity: Identity;
  /** `null`: as the event allows. */
  readonly mode: "conclude" | "print" | null;
  readonly failOn: FailOn;
  readonly comment: boolean;
  readonly check: string;
}

const text = z.string().trim().default("");
const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  text.pipe(z.enum(["", ...values], { error: `must be ${values.join(" or ")}, or empty` }));

/** As the runner hands inputs on: in the environment, in capitals. */
const given = z.object({
  INPUT_TOKEN: text,
  "INPUT_APP-ID": text.pipe(z.string().regex(/^\d{0,15}$/, { error: "must be the number of an app" })),
  "INPUT_PRIVATE-KEY": text,
  INPUT_MODE: oneOf("conclude", "print"),
  "INPUT_FAIL-ON": oneOf("breaking", "risky"),
  INPUT_COMMENT: oneOf("true", "false"),
  INPUT_CHECK: text.pipe(z.string().max(100, { error: "must be 100 characters at most" })),
});

/** Reads the inputs, or throws a UserError with a sentence for each that is wrong; none of them quotes a secret. */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const result = given.safeParse(env);
  if (!result.success) {
    const sentences = result.error.issues.map(({ path, message }) => `The input ${nameOf(path.join("."))} ${message}.`);
    throw new UserError("usage", sentences.join("\n"));
  }
  const read = result.data;
  return {
    identity: identityOf(read.INPUT_TOKEN, read["INPUT_APP-ID"], read["INPUT_PRIVATE-KEY"]),
    mode: read.INPUT_MODE || null,
    failOn: read["INPUT_FAIL-ON"] || null,
    comment: read.INPUT_COMMENT !== "false",
    check: read.INPUT_CHECK || "schema-gate",
  };
}

function identityOf(token: string, appId: string, privateKey: string): Identity {
  if ((appId === "") !== (privateKey === "")) {
    throw new UserError("usage", "The inputs app-id and private-key go together: give both, or neither.");
  }
  // Where a secret holds one line only, the ends of lines are written as \n.
  if (appId !== "") return { kind: "app", appId: Number(appId), privateKey: privateKey.replaceAll("\\n", "\n") };
  if (token !== "") return { kind: "token", token };
  throw new UserError("usage", "There is no token: the input token is empty, and no app is named.");
}

function nameOf(variable: string): string {
  return variable.slice("INPUT_".length).toLowerCase();
}
