/** `1 finding`, `2 findings`; `many` where the plural is no mere s. */
export function amount(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
