/** What is loaded where live Trino is judged, and only there. */
export { liveRules } from "../live-rules.generated.js";
export { judgeLive } from "./judge-live.js";
