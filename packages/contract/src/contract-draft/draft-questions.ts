import type { Contract } from "../contract.js";
import { longestGap } from "../duration/longest-gap.js";
import { parseDuration } from "../duration/parse-duration.js";
import { nameLabel } from "../view-label.js";

/** What Trino cannot know of a view, in the order it is asked for. */
export const draftTopics = [
  "host",
  "owner",
  "contact",
  "documentation",
  "granularity",
  "grain",
  "latency",
  "frequency",
  "retention",
  "deletionMode",
  "use",
  "project",
  "evergreen",
  "job",
  "stakeholders",
] as const;
export type DraftTopic = (typeof draftTopics)[number];

/** What people said, by topic; what is missing is left blank. Each answer is one its question finds nothing wrong with. */
export type DraftAnswers = { readonly [Topic in DraftTopic]?: string };

/** How a topic is asked for, with an answer as an example; `problem` says what is wrong with one, as a sentence
 * part, where `answerTextProblem` finds nothing. */
export interface DraftQuestion {
  readonly about: string;
  readonly example: string;
  readonly problem: (answer: string, view: Contract) => string | null;
}

const anything = () => null;
const oneOf =
  (...allowed: readonly string[]) =>
  (answer: string) =>
    allowed.includes(answer) ? null : `must be one of ${allowed.join(", ")}`;
const said = (found: unknown) => (typeof found === "string" ? found : null);

export const draftQuestions: Readonly<Record<DraftTopic, DraftQuestion>> = {
  host: {
    about: "the host of the Trino server it is published at",
    example: "trino.example.com",
    problem: (answer) =>
      /^[a-z0-9.-]+(?::\d{1,5})?$/i.test(answer) ? null : "must be a host, like trino.example.com:443",
  },
  owner: { about: "the team that answers for it", example: "Evergreen", problem: anything },
  contact: { about: "where that team answers", example: "#evergreen-users", problem: anything },
  documentation: {
    about: "its record in Alation",
    example: "https://alation.example.com/data/evergreen_tasks_v1",
    problem: (answer) => (URL.canParse(answer) && /^https?:/i.test(answer) ? null : "must be an address, https://..."),
  },
  granularity: { about: "what one row stands for", example: "One row per task execution.", problem: anything },
  grain: {
    about: "the columns that tell its rows apart",
    example: "task_id, execution",
    problem: (answer, { columns }) => wrongGrain(answer, columns),
  },
  latency: {
    about: "how long after the fact a row is there at the latest",
    example: "3 h",
    problem: (answer) => said(parseDuration(answer, null)),
  },
  frequency: {
    about: "how often it is filled, as a cron schedule in UTC or an interval",
    example: "0 * * * *",
    problem: (answer) => said(longestGap(answer, null)),
  },
  retention: {
    about: "how far back it reaches",
    example: "unlimited",
    problem: (answer) => (answer === "unlimited" ? null : said(parseDuration(answer, null))),
  },
  deletionMode: {
    about: "what happens to rows whose subject goes: hard, soft or none",
    example: "none",
    problem: oneOf("hard", "soft", "none"),
  },
  use: {
    about: "what it is made for",
    example: "analytical",
    problem: oneOf("realtime", "human-scale", "semi-realtime", "analytical", "report"),
  },
  project: { about: "whose data it is", example: "evergreen", problem: anything },
  evergreen: {
    about: "whether its rows are about tasks of Evergreen, not sums over them: yes or no",
    example: "yes",
    problem: oneOf("yes", "no"),
  },
  job: { about: "the job that fills it", example: "evergreen_tasks", problem: anything },
  stakeholders: { about: "the teams known to read it", example: "Build Baron, Cloud Finance", problem: wrongTeams },
};

/** The parts of an answer that lists several things with commas between. */
export function listed(answer: string): string[] {
  return answer
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function wrongGrain(answer: string, columns: Contract["columns"]): string | null {
  const names = listed(answer.toLowerCase());
  const unknown = names.find((name) => !columns.some((column) => column.name === name));
  if (unknown !== undefined) return `has no column ${nameLabel(unknown)}`;
  if (names.length === 0) return "must name at least one column";
  return new Set(names).size < names.length ? "names a column twice" : null;
}

function wrongTeams(answer: string): string | null {
  const teams = listed(answer);
  if (teams.length === 0) return "must name at least one team";
  return new Set(teams).size < teams.length ? "names a team twice" : null;
}
