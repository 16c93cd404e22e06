import { policyParagraphs, policyStateRule } from "../catalogue/rule.js";

export const sourcesNotAnalysed = policyStateRule<"source">({
  id: "sources-not-analysed",
  subject: "source",
  title: "Sources cannot be told",
  why: "What cannot be read is not known to be harmless; the text names what the policy keeps private.",
  policy: policyParagraphs.atlas,
  find: ({ from, tables }) => {
    if (typeof tables !== "string") return [];
    const text = from === "sql" ? "The SQL of the job" : "The definition";
    // The parser lists everything it would have understood.
    const [reason = ""] = tables.split(" expecting ");
    const message = `${text} cannot be parsed, so what it reads is not known: ${reason}.`;
    return [{ path: `@${from}`, found: null, message, ...(from === "definition" && { contract: null }) }];
  },
  remedy: "Mend the SQL, or look at what it reads by hand.",
  scenario: "The SQL of a view mentions a landing zone, and is a template that cannot be parsed.",
});
