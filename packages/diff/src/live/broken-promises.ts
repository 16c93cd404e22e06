import { millisecondsOf, nameLabel, promisePath } from "@schema-gate/contract";
import type { Change } from "../change.js";
import { fact } from "../detect/facts.js";
import { brokenRetention } from "./broken-retention.js";
import type { LiveState } from "./live-state.js";
import { type MeasuredPromises, promiseFacts } from "./measured-promises.js";

/** The promises on rows that live Trino does not keep, each found once, where the contract makes it. */
export function brokenPromises(state: LiveState): Change[] {
  const { contract, measured } = state;
  if (!contract?.promises || !measured) return [];
  const given: MeasuredPromises = { promises: contract.promises, measured, state };
  return [
    ...missedLatencies(given),
    ...brokenRetention(given),
    ...doubledKeys(given),
    ...foundNulls(given),
    ...brokenDeletion(given),
  ];
}

function missedLatencies({ promises, measured, state }: MeasuredPromises): Change[] {
  return promises.latency.flatMap(({ element, text, value }) => {
    const path = promisePath("latency", element);
    const newest = measured.newest[path];
    if (!newest) return [];
    const age = newest.time === null ? null : measured.at - newest.time;
    if (age !== null && age <= millisecondsOf(value)) return [];
    const { recentDays } = measured;
    const rest = { path, before: text, after: null, covers: [], column: newest.column, age, recentDays };
    return [fact("latency-missed", promiseFacts(state, path), rest)];
  });
}

function doubledKeys({ promises, measured, state }: MeasuredPromises): Change[] {
  const { doubledKeys: doubled, rows, recentDays } = measured;
  const key = promises.grain?.columns;
  if (!key || doubled === null || doubled === 0) return [];
  const rest = { path: "@grain", before: JSON.stringify(key), after: null, covers: [], key, doubled, rows, recentDays };
  return [fact("grain-doubled", promiseFacts(state, "@grain"), rest)];
}

function foundNulls({ measured, state }: MeasuredPromises): Change[] {
  const { rows, recentDays } = measured;
  return Object.entries(measured.nulls).flatMap(([name, nulls]) => {
    if (nulls === 0) return [];
    const path = nameLabel(name);
    const rest = { path, before: "not null", after: null, covers: [], name, nulls, rows, recentDays };
    return [fact("nulls-found", promiseFacts(state, path), rest)];
  });
}

/** Under soft deletion a row is marked and stays. */
function brokenDeletion({ promises, measured, state }: MeasuredPromises): Change[] {
  if (promises.deletionMode !== "soft") return [];
  const { rows, allRows, marked, recentDays } = measured;
  const facts = promiseFacts(state, "@deletion");
  const rest = { path: "@deletion", before: "soft", after: null, covers: [] };
  const most = state.earlier?.mostRows ?? null;
  const isFewer = allRows !== null && most !== null && allRows < most && !mayHaveAged({ promises, measured, state });
  return [
    ...(marked === 0 && rows > 0 ? [fact("marker-unused", facts, { ...rest, rows, recentDays })] : []),
    ...(isFewer ? [fact("rows-vanished", facts, { ...rest, rows: allRows, most })] : []),
  ];
}

/** Rows beyond the promised retention may go, whatever becomes of those that are deleted. */
function mayHaveAged({ promises, measured, state }: MeasuredPromises): boolean {
  return promises.retention.some(({ element, value }) => {
    const path = promisePath("retention", element);
    const before = state.earlier?.oldest[path];
    const now = measured.oldest[path]?.time;
    return value !== "unlimited" && before !== undefined && now !== undefined && (now === null || now > before);
  });
}
