import { type Contract, type DraftAnswers, type DraftTopic, draftQuestions, draftTopics } from "@schema-gate/contract";
import { askUntilRight } from "./ask-until-right.js";
import type { Io } from "./io.js";

/** Asks for what is not known yet of a view; Enter alone leaves a blank. Without a terminal nothing is asked. */
export async function askDraft(view: Contract, known: DraftAnswers, io: Io): Promise<DraftAnswers> {
  const { ask } = io;
  if (ask === null) return known;
  const answers: { [Topic in DraftTopic]?: string } = { ...known };
  io.err.write("What Trino cannot know. Enter leaves a blank.\n");
  for (const topic of draftTopics) {
    if (answers[topic] !== undefined) continue;
    const { about, example, problem } = draftQuestions[topic];
    const wrong = (answer: string) => (answer === "" ? null : problem(answer, view));
    const answer = await askUntilRight(`${topic}: ${about} (like ${example}): `, wrong, ask, io);
    if (answer !== "") answers[topic] = answer;
  }
  return answers;
}
