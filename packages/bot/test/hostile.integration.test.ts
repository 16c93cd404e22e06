import { afterEach, expect, test } from "@jest/globals";
import type { Asked, Attack, Standing, Target } from "./hostile/attack.js";
import { contents } from "./hostile/contents.js";
import { doings, harmless } from "./hostile/doings.js";
import { texts } from "./hostile/texts.js";
import { Scene } from "./scene.js";
import { RunningApp } from "./server/running-app.js";

let scene: Scene;
let app: RunningApp | null = null;
afterEach(async () => {
  await app?.end();
  app = null;
  await scene.end();
});

/** All that stands on GitHub of what a row says anything about; reading it changes nothing. */
async function standing({ number, head, answered }: Target, wanted: Standing): Promise<Standing> {
  const checks = await scene.checks(head);
  const comments = scene.acme.commentsOn(number);
  const ours = comments.find(({ body }) => body.startsWith("<!-- schema-gate schema-gate -->") && /## /.test(body));
  return {
    checks: checks.map(({ ended, annotations, title }) => `${ended}, ${annotations} annotations: ${title}`),
    comments: comments.map(({ author, body, reactions }) => {
      const [line] = body.replace(/^<!--.*-->\n/, "").split("\n");
      return [`${author}: ${line}`, ...reactions.map((each) => each.replace(/ by .*/, ""))].join(" ");
    }),
    ...(wanted.annotations && { annotations: await scene.annotations(head) }),
    ...(wanted.lines && { lines: ours?.body.split("\n").filter((line) => /^[#-]/.test(line)) ?? [] }),
    ...(answered && { answered }),
  };
}

/** What GitHub was asked so far; what people do is no request. */
function askedSoFar(): Asked {
  const queries = scene.github.requests.filter(({ operation }) => operation === "graphql").length;
  return { requests: scene.github.requests.length - queries, queries };
}

const table = [...texts, ...contents, ...doings, harmless].map((attack): [string, Attack] => [attack.what, attack]);

test.each(table)("%s", async (_what, { before, play, stands }) => {
  scene = await Scene.start(before);
  const start = () => {
    app = new RunningApp(scene);
    return app.start();
  };
  const target = await play({ scene, app: start });
  const refs = scene.bare.git("for-each-ref");
  const asked = askedSoFar();
  expect({ ...(await standing(target, stands)), ...(stands.asked && { asked }) }).toEqual(stands);
  expect(scene.bare.git("for-each-ref")).toBe(refs);
});
