const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time as people say it, by its two largest units: `3 h 12 min`, `41 d`. */
export function ageText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  const [days, hours] = [Math.floor((minutes * MINUTE) / DAY), Math.floor(((minutes * MINUTE) % DAY) / HOUR)];
  if (days >= 10) return `${days} d`;
  if (days > 0) return joined([days, "d"], [hours, "h"]);
  if (hours > 0) return joined([hours, "h"], [minutes % 60, "min"]);
  return `${minutes} min`;
}

function joined(...parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

/** A count as people read it: `1 row`, `12,345 rows`. */
export function countText(count: number, what: string): string {
  return `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;
}

/** The end of a sentence about rows when not all of them were looked at. */
export function windowText(recentDays: number | null): string {
  return recentDays === null ? "" : ` of the last ${countText(recentDays, "day")}`;
}
