export { lintWorkflow, type WorkflowProblem } from "./lint-workflow.js";
