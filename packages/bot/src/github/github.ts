import type { GitObjects } from "./git-objects.js";
import type { Publishing } from "./publishing.js";
import type { PullRequests } from "./pull-requests.js";

/**
 * One repository at GitHub, as far as the gate needs it: plain data in, plain data out. What GitHub refuses, or what cannot
 * be understood of its answer, is a `GitHubError`; nothing is ever answered by "empty" in its place.
 */
export interface GitHub extends GitObjects, PullRequests, Publishing {}
