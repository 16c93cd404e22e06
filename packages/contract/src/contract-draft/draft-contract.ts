import { familyOf } from "../config-file/naming.js";
import type { Contract } from "../contract.js";
import { draftColumns } from "./draft-columns.js";
import { type DraftAnswers, type DraftTopic, draftQuestions, draftTopics, listed } from "./draft-questions.js";
import { type DraftPart, listSection, section, yamlText } from "./draft-section.js";

/** What a contract is drafted from, beside the view: what people said, whether readers have the view already, naming patterns. */
export interface DraftFacts {
  readonly answers: DraftAnswers;
  readonly isPublic: boolean;
  readonly patterns: readonly string[];
}

/** The text of a contract and what it leaves blank: without the blank `host` it is a valid ODCS v3.1 document. */
export interface Draft {
  readonly text: string;
  readonly blanks: readonly DraftTopic[];
}

/** Writes the contract of a view: what Trino knows of it and what people said. Each blank stands in it as a comment. */
export function draftContract(view: Contract, facts: DraftFacts): Draft {
  const { answers, isPublic, patterns } = facts;
  const { family, version } = familyOf(view.name, patterns);
  const isBlank = (topic: DraftTopic) => answers[topic] === undefined;
  const said = (topic: DraftTopic) => answers[topic] ?? draftQuestions[topic].example;
  const part = (topic: DraftTopic, value: unknown) => ({ topic, value, isBlank: isBlank(topic) });
  const single = (key: string, topic: DraftTopic, value: unknown) => section(key, { topic, value }, isBlank(topic));
  const sla = (topic: DraftTopic) => part(topic, { property: topic, value: said(topic) });
  const own = (topic: DraftTopic, value: unknown = said(topic)) => part(topic, { property: topic, value });
  const text = [
    yamlText({
      apiVersion: "v3.1.0",
      kind: "DataContract",
      id: family.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "view",
      version: `${version}.0.0`,
      status: isPublic ? "active" : "draft",
    }),
    draftServer(view, answers.host),
    single("team", "owner", { name: said("owner") }),
    single("support", "contact", [{ channel: said("contact") }]),
    single("authoritativeDefinitions", "documentation", [{ type: "alation", url: said("documentation") }]),
    draftColumns(view, family, answers),
    listSection("slaProperties", (["latency", "frequency", "retention"] as const).map(sla)),
    listSection("customProperties", [
      own("deletionMode"),
      ...deletionColumn(view, answers),
      own("use"),
      own("project"),
      own("evergreen", said("evergreen") === "yes"),
      own("job"),
      own(
        "stakeholders",
        listed(said("stakeholders")).map((team) => ({ team })),
      ),
    ]),
  ].join("");
  return { text, blanks: draftTopics.filter(isBlank) };
}

/** Where it is published. ODCS requires the host, so that a contract without one is refused until it is filled in. */
function draftServer({ catalog, schema }: Contract, host: string | undefined): string {
  const [name, port = "443"] = (host ?? draftQuestions.host.example).split(":");
  const text = yamlText({
    servers: [{ server: "trino", type: "trino", host: name, port: Number(port), catalog, schema }],
  });
  if (host !== undefined) return text;
  return text.replace(
    /^ {4}host: .*$/m,
    `    # Blank: host, ${draftQuestions.host.about}. For example:\n    # host: ${name}`,
  );
}

/** The column that marks a row as deleted, where rows are marked and its name says so. */
function deletionColumn({ columns }: Contract, { deletionMode }: DraftAnswers): (DraftPart & { isBlank: false })[] {
  const marker = columns.find(({ name }) => name.replaceAll("_", "") === "deletedat");
  if (deletionMode !== "soft" || !marker) return [];
  return [{ topic: null, value: { property: "deletionColumn", value: marker.name }, isBlank: false }];
}
