import { expect, test } from "@jest/globals";
import { chooseVersion, type SandboxAvailability, summarizeOffers } from "./available-sandboxes.js";
import type { Offer } from "./offer.js";

const noDocker: Offer = { source: "docker", provides: false, reason: "docker is not installed" };
const noMaven: Offer = { source: "maven", provides: false, reason: "mvn is not installed" };
const maven: Offer = {
  source: "maven",
  provides: true,
  toFetch: "Trino 476 from Maven Central (210 MB)",
  prepare: () => Promise.reject(new Error("Nothing may be fetched for asking.")),
};

test("a version is available from the first source that provides it", () => {
  expect(summarizeOffers("476", [noDocker, maven])).toEqual({
    version: "476",
    available: true,
    source: "maven",
    toFetch: "Trino 476 from Maven Central (210 MB)",
  });
});

test("a version that no source provides is missing for the reasons of all", () => {
  expect(summarizeOffers("476", [noDocker, noMaven])).toEqual({
    version: "476",
    available: false,
    reasons: ["docker: docker is not installed", "maven: mvn is not installed"],
  });
});

const missing = (version: string): SandboxAvailability => ({ version, available: false, reasons: [] });
const here = (version: string): SandboxAvailability => ({ version, available: true, source: "maven", toFetch: null });

test.each([
  ["476", [here("476"), here("435")]],
  ["435", [missing("476"), here("435")]],
  ["476", [missing("476"), missing("435")]],
])("chosen is %s", (version, availabilities) => {
  expect(chooseVersion(availabilities)).toBe(version);
});
