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
  const keys = yamlText({ primaryKey: true, primaryKeyPosition: 1 });
  const blanks = [
    granularity === undefined ? blank("granularity", words) : "",
    grain === undefined ? blank("grain", `in each of the columns, from 1:\n${keys}`) : "",
  ].join("");
  const names = listed(grain?.toLowerCase() ?? "");
  const properties = yamlText({ properties: view.columns.map((column) => draftColumn(column, names)) });
  return `schema:\n${indented(head, "  ")}${indented(blanks, "    ")}${indented(properties, "    ")}`;
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
