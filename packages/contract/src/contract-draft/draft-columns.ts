import type { Column, Contract } from "../contract.js";
import { type DraftAnswers, draftQuestions, listed } from "./draft-questions.js";
import { blank, indented, yamlText } from "./draft-section.js";

/** The part of a contract that describes the view itself: its columns as the snapshot has them, and its grain. */
export function draftColumns(view: Contract, family: string, { grain, granularity }: DraftAnswers): string {
  const head = yamlText([
    {
      name: family,
      physicalName: view.name,
      ...(view.kind && { physicalType: view.kind }),
      ...(view.comment && { description: view.comment }),
      ...(granularity !== undefined && { dataGranularityDescription: granularity }),
    },
  ]);
  const words = yamlText({ dataGranularityDescription: draftQuestions.granularity.example });
  const blanks = granularity === undefined ? blank("granularity", words) : "";
  const names = listed(grain?.toLowerCase() ?? "");
  const columns = view.columns.map((column) => draftColumn(column, names));
  const properties = grain === undefined ? withoutGrain(columns) : yamlText({ properties: columns });
  return `schema:\n${indented(head, "  ")}${indented(blanks, "    ")}${indented(properties, "    ")}`;
}

/** The columns, and in the first of them how one is made part of the grain, where taking the comment away is valid. */
function withoutGrain([first, ...others]: readonly object[]): string {
  const keys = blank("grain", yamlText({ primaryKey: true, primaryKeyPosition: 1 }), "this column as the first");
  if (first === undefined) return `${keys}properties: []\n`;
  const rest = others.length > 0 ? yamlText(others) : "";
  return `properties:\n${indented(yamlText([first]) + indented(keys, "  ") + rest, "  ")}`;
}

function draftColumn({ name, type, nullable, comment }: Column, grain: readonly string[]): object {
  const position = grain.indexOf(name) + 1;
  return {
    name,
    physicalType: type,
    ...(nullable !== null && { required: !nullable }),
    ...(position > 0 && { primaryKey: true, primaryKeyPosition: position }),
    ...(comment && { description: comment }),
  };
}
