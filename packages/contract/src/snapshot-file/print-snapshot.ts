import type { Column, Contract } from "../contract.js";
import { FORMAT_VERSION } from "./format-version.js";

/** The bytes of a snapshot file (design 2.1): every key, fixed order, one line a column, so that git shows a column as a line. */
export function printSnapshot(contract: Contract): string {
  return `${printView(contract, "")}\n`;
}

/** A bundle of views in the order given. */
export function printBundle(contracts: readonly Contract[]): string {
  const views = contracts.map((contract) => `    ${printView(contract, "    ")}`);
  const list = views.length === 0 ? "[]" : `[\n${views.join(",\n")}\n  ]`;
  return `{\n  "formatVersion": ${FORMAT_VERSION},\n  "views": ${list}\n}\n`;
}

function printView(contract: Contract, indent: string): string {
  const { catalog, schema, name, kind, security, comment, columns, definition } = contract;
  const head = { formatVersion: FORMAT_VERSION, catalog, schema, name, kind, security, comment };
  const members = Object.entries(head).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const lines = columns.map((column) => `${indent}    ${printColumn(column)}`);
  members.push(`"columns": ${lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n${indent}  ]`}`);
  members.push(`"definition": ${JSON.stringify(definition)}`);
  return `{\n${members.map((member) => `${indent}  ${member}`).join(",\n")}\n${indent}}`;
}

/** A column as it stands on its line: by hand, as this is also how a line is proven to hold nothing else. */
export function printColumn({ name, type, nullable, comment }: Column): string {
  const texts = `"name": ${JSON.stringify(name)}, "type": ${JSON.stringify(type)}`;
  return `{ ${texts}, "nullable": ${nullable}, "comment": ${JSON.stringify(comment)} }`;
}
