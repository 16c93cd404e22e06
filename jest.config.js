import { bundleOdcsValidator } from "./packages/contract/odcs/bundle-validator.mjs";
import { bundleGrammar } from "./packages/sql/bundle-grammar.mjs";

await Promise.all([bundleGrammar(), bundleOdcsValidator()]);

/**
 * Tests run on the TypeScript sources. `unit` needs nothing and can start nothing; `integration` starts processes (git, the command line, the bot) or
 * servers on loopback; `engine` needs a real Trino (see packages/dev-tasks/src/run-tests.ts).
 */
const shared = {
  testEnvironment: "<rootDir>/packages/testing/test-environment.mjs",
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/packages/testing/esbuild-transform.mjs" },
  moduleNameMapper: {
    "^(\\.{1,2}/.*)\\.js$": "$1",
    "^fast-check$": "<rootDir>/packages/testing/fast-check.mjs",
    "/trino-grammar\\.mjs$": "<rootDir>/packages/sql/dist/trino-grammar.mjs",
    "/odcs-validator\\.mjs$": "<rootDir>/packages/contract/dist/odcs-validator.mjs",
    "^@schema-gate/([a-z-]+)$": "<rootDir>/packages/$1/src/index.ts",
    "^@schema-gate/([a-z-]+)/([a-z-]+)$": "<rootDir>/packages/$1/src/$2/index.ts",
  },
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  modulePathIgnorePatterns: ["/dist/"],
};

export default {
  // A real server on a busy machine takes its time; a test that hangs is ended all the same.
  testTimeout: 300_000,
  // Every core: jest by itself leaves one idle.
  maxWorkers: "100%",
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "<rootDir>/packages/testing/unit-environment.mjs",
      testMatch: ["<rootDir>/packages/*/{src,test}/**/*.test.ts"],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, "\\.(integration|engine)\\.test\\.ts$"],
    },
    { ...shared, displayName: "integration", testMatch: ["<rootDir>/packages/*/{src,test}/**/*.integration.test.ts"] },
    { ...shared, displayName: "engine", testMatch: ["<rootDir>/packages/*/{src,test}/**/*.engine.test.ts"] },
  ],
};
