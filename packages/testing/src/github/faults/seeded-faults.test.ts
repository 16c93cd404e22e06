import { expect, test } from "@jest/globals";
import { seededFaults } from "./seeded-faults.js";

test("faults by lot fall in their shares, and the same for the same seed, whatever the order", () => {
  const faults = [
    { share: 0.1, fault: { kind: "drop" } },
    { share: 0.2, fault: { kind: "status", status: 503 } },
  ] as const;
  const lots = Array.from({ length: 1000 }, (_, at) => at + 1);
  const kinds = (seed: number, order: readonly number[]) =>
    order.map((repetition) => {
      const asked = { number: 0, repetition, method: "GET", path: "/x", operation: null };
      return seededFaults(seed, faults)(asked)?.kind ?? "none";
    });
  const forwards = kinds(7, lots);
  expect(kinds(7, [...lots].reverse()).reverse()).toEqual(forwards);
  expect(kinds(8, lots)).not.toEqual(forwards);
  const count = (kind: string) => forwards.filter((one) => one === kind).length;
  expect([count("drop"), count("status"), count("none")]).toEqual([97, 203, 700]);
});
