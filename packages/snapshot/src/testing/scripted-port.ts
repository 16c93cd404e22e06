import type { Engine, QueryResult, TrinoPort } from "../trino/trino-port.js";

/** What a scripted port answers to statements that match: rows, a whole result, or the error it throws. */
export type Answer = readonly [statement: RegExp, answer: readonly (readonly unknown[])[] | QueryResult | Error];

/** A port without a server; `asked` is every statement in the order it came. */
export interface ScriptedPort extends TrinoPort {
  readonly asked: readonly string[];
}

/** A port that answers from a list, the first match counting; a statement nobody foresaw fails the test. */
export function scriptedPort(answers: readonly Answer[], engine: Engine = "trino"): ScriptedPort {
  const asked: string[] = [];
  return {
    server: "https://trino.example.com",
    engine,
    asked,
    query: async (sql) => {
      asked.push(sql);
      const answer = answers.find(([statement]) => statement.test(sql))?.[1];
      if (answer === undefined) throw new Error(`nobody foresaw ${sql}`);
      if (answer instanceof Error) throw answer;
      return "rows" in answer ? answer : { columns: [], rows: answer };
    },
    close: async () => {},
  };
}
