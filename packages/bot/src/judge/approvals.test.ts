import { expect, test } from "@jest/globals";
import type { Review } from "../github/pull-requests.js";
import { countApprovals } from "./approvals.js";

const head = "a".repeat(40);
const older = "b".repeat(40);

let last = 0;

function aReview(login: string | null, state: string, more: Partial<Review> = {}): Review {
  const id = ++last;
  const submittedAt = `2026-11-22T10:00:${String(id % 60).padStart(2, "0")}Z`;
  return { id, login, isPerson: true, state, commit: head, submittedAt, ...more };
}

function counted(reviews: readonly Review[], authors: readonly string[] = []) {
  const { counted, uncounted } = countApprovals(reviews, head, new Set(authors));
  return [...counted, ...uncounted.map(({ login, reason }) => `${login}: ${reason}`)];
}

test.each<[string, () => readonly Review[], readonly string[]]>([
  ["nobody", () => [], []],
  ["one", () => [aReview("ada", "APPROVED")], ["ada"]],
  ["two, in any order", () => [aReview("linus", "APPROVED"), aReview("ada", "APPROVED")], ["ada", "linus"]],
  ["one who approved twice", () => [aReview("ada", "APPROVED"), aReview("ada", "APPROVED")], ["ada"]],
  ["an approval on an older commit", () => [aReview("ada", "APPROVED", { commit: older })], ["ada: an older commit"]],
  [
    "an approval of a commit GitHub has forgotten",
    () => [aReview("ada", "APPROVED", { commit: null })],
    ["ada: an older commit"],
  ],
  [
    "an older commit first, this one then",
    () => [aReview("ada", "APPROVED", { commit: older }), aReview("ada", "APPROVED")],
    ["ada"],
  ],
  ["a dismissed approval", () => [aReview("ada", "DISMISSED")], ["ada: dismissed"]],
  [
    "an approval, then one that was dismissed",
    () => [aReview("ada", "APPROVED"), aReview("ada", "DISMISSED")],
    ["ada: dismissed"],
  ],
  ["an approval again after a dismissed one", () => [aReview("ada", "DISMISSED"), aReview("ada", "APPROVED")], ["ada"]],
  [
    "an approval taken back",
    () => [aReview("ada", "APPROVED"), aReview("ada", "CHANGES_REQUESTED")],
    ["ada: withdrawn"],
  ],
  [
    "changes asked for on an older commit since",
    () => [aReview("ada", "APPROVED"), aReview("ada", "CHANGES_REQUESTED", { commit: older })],
    ["ada: withdrawn"],
  ],
  [
    "changes asked for, then approved",
    () => [aReview("ada", "CHANGES_REQUESTED"), aReview("ada", "APPROVED")],
    ["ada"],
  ],
  ["a comment after an approval", () => [aReview("ada", "APPROVED"), aReview("ada", "COMMENTED")], ["ada"]],
  ["a comment alone, whatever it says", () => [aReview("ada", "COMMENTED"), aReview("ada", "PENDING")], []],
  ["an app", () => [aReview("helper[bot]", "APPROVED", { isPerson: false })], ["helper[bot]: no person"]],
  ["an account that is gone", () => [aReview(null, "APPROVED")], []],
  [
    "reviews told in the wrong order",
    () => [aReview("ada", "APPROVED"), aReview("ada", "CHANGES_REQUESTED")].reverse(),
    ["ada: withdrawn"],
  ],
])("%s", (_what, reviews, expected) => {
  expect(counted(reviews())).toEqual(expected);
});

test("an author's own approval does not count, in whatever letters", () => {
  const reviews = [aReview("ada", "APPROVED"), aReview("Grace", "APPROVED"), aReview("linus", "APPROVED")];
  expect(counted(reviews, ["ADA", "grace"])).toEqual(["linus", "Grace: an author", "ada: an author"]);
});

test("of reviews in one second the later number is the last word", () => {
  const at = { submittedAt: "2026-11-22T10:00:00Z" };
  const reviews = [
    aReview("ada", "CHANGES_REQUESTED", { id: 1002, ...at }),
    aReview("ada", "APPROVED", { id: 1001, ...at }),
  ];
  expect(counted(reviews)).toEqual(["ada: withdrawn"]);
});
