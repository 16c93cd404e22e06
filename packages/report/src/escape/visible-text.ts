import { invisible } from "./invisible.js";

/**
 * What may not reach a terminal or a log as it is: characters nobody sees or that steer the terminal, and what the log
 * readers of GitHub (`::error::`, `##[group]`) and others (`##vso[`) take for a command. The class alone comes first:
 * nearly every text is innocent, and this is asked for hundreds of thousands of them.
 */
const suspect = /[^\x20-\x7e]|::|##/;
const hostile = new RegExp(`[\\u0000-\\u001f${invisible}]|(?<=:):|(?<=#)#`, "gu");

/** A stranger's text on one line of a terminal or log: everything unseen or obeyed is shown as `\u{…}`. */
export function visibleText(text: string): string {
  return suspect.test(text) ? text.replace(hostile, showCodePoint) : text;
}

function showCodePoint(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
