import * as z from "zod";

const member = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, "must be a GitHub login, without @")
  .describe("GitHub login.");

/** Who may approve waivers and changes of this configuration, and how many of them it takes. Without members: nobody. */
export const leadsSchema = z
  .strictObject({
    members: z.array(member).default([]).describe("Who may approve."),
    plurality: z
      .union([z.literal("majority"), z.int(wrongPlurality()).min(1, wrongPlurality())], wrongPlurality())
      .default("majority")
      .describe("How many of them it takes: more than half, or this many."),
  })
  .superRefine(({ members, plurality }, context) => {
    const distinct = new Set(members.map((login) => login.toLowerCase())).size;
    if (distinct < members.length) {
      context.addIssue({ code: "custom", path: ["members"], message: "names somebody twice" });
    }
    if (typeof plurality === "number" && members.length > 0 && plurality > distinct) {
      const message = `can never be reached: there are only ${distinct} members`;
      context.addIssue({ code: "custom", path: ["plurality"], message });
    }
  })
  .prefault({});

function wrongPlurality(): string {
  return "must be majority or a whole number of members, at least 1";
}
