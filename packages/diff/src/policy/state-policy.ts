/** What is loaded where a state is judged, and only there. */
export { stateRules } from "../state-rules.generated.js";
export { judgeJobs } from "./judge-jobs.js";
export { broughtIn, judgeState } from "./judge-state.js";
export { judgeEdit, judgeView } from "./judge-view.js";
