import { type Contract, type DraftAnswers, type DraftTopic, draftQuestions, draftTopics } from "@schema-gate/contract";
import { visibleText } from "@schema-gate/report";
import type { Io } from "./io.js";

/** Asks for what is not known yet of a view; Enter alone leaves a blank, a wrong answer is asked for again. */
export async function askDraft(view: Contract, known: DraftAnswers, io: Io): Promise<DraftAnswers> {
  const answers: { [Topic in DraftTopic]?: string } = { ...known };
  io.err.write("What Trino cannot know. Enter leaves a blank.\n");
  for (const topic of draftTopics) {
    if (answers[topic] !== undefined) continue;
    const answer = await askTopic(topic, view, io);
    if (answer !== null) answers[topic] = answer;
  }
  return answers;
}

async function askTopic(topic: DraftTopic, view: Contract, { ask, err }: Io): Promise<string | null> {
  if (ask === null) return null;
  const { about, example, problem } = draftQuestions[topic];
  for (;;) {
    const answer = (await ask(`${topic}: ${about} (like ${example}): `)).trim();
    if (answer === "") return null;
    const found = problem(answer, view);
    if (found === null) return answer;
    err.write(`  ${visibleText(found)}\n`);
  }
}
