import { expect, test } from "@jest/globals";
import { place, refusal, startScene } from "./scene.js";

test("a reply GitHub would not send is a 500 that says why, and the test cannot end well", async () => {
  const scene = await startScene({
    spoil: (operation, body) =>
      operation === "repos/get" ? { ...(body as object), node_id: undefined, private: "yes" } : body,
  });
  const why = [
    "repos/get 200: the reply must have required property 'node_id'",
    "repos/get 200: /private must be boolean",
  ];
  expect(await refusal(scene.as("job").repos.get(place))).toEqual([
    500,
    `The double would answer what GitHub does not: ${why.join("; ")}`,
  ]);
  await expect(scene.end()).rejects.toThrow(`the loopback GitHub had problems:\n${why.join("\n")}`);
});

test("an operation GitHub does not describe is not found, and the test cannot end well", async () => {
  const scene = await startScene();
  const nonsense = { method: "GET", url: "/repos/acme/views/nonsense" } as const;
  expect(await refusal(scene.as("job").request(nonsense))).toEqual([404, "Not Found"]);
  await expect(scene.end()).rejects.toThrow(
    "the loopback GitHub had problems:\nGET /repos/acme/views/nonsense: GitHub's description, as far as it is kept here, has no such operation",
  );
});

test("problems that a test has looked at are settled", async () => {
  const scene = await startScene();
  await refusal(scene.as("job").request({ method: "DELETE", url: "/repos/acme/views" }));
  expect(scene.github.takeProblems().length).toBe(1);
  await scene.end();
});
