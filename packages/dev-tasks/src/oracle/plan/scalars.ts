const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString();
const hours = (n: number) => `${String(n % 24).padStart(2, "0")}:15:30.123456`;
const timestamp = (n: number) => `${day(n).slice(0, 10)} ${hours(n)}`;

/** Types that Trino widens into one another stand in one group, narrow ones first; `n` is a small whole number. */
const groups: readonly { readonly types: readonly string[]; readonly literal: (n: number) => string }[] = [
  { types: ["tinyint", "smallint", "integer", "bigint"], literal: (n) => `${n % 100}` },
  { types: ["decimal(6,1)", "decimal(8,2)", "decimal(12,2)", "decimal(20,4)"], literal: (n) => `DECIMAL '${n}.25'` },
  { types: ["real", "double"], literal: (n) => `${n}.25E0` },
  { types: ["varchar(12)", "varchar(30)", "varchar"], literal: (n) => `'${n}'` },
  { types: ["char(6)", "char(9)"], literal: (n) => `'${n}'` },
  { types: ["date", "timestamp(0)", "timestamp(3)", "timestamp(6)"], literal: (n) => `TIMESTAMP '${timestamp(n)}'` },
  {
    types: ["timestamp(3) with time zone", "timestamp(6) with time zone"],
    literal: (n) => `TIMESTAMP '${timestamp(n)} UTC'`,
  },
  { types: ["time(0)", "time(3)", "time(6)"], literal: (n) => `TIME '${hours(n)}'` },
  { types: ["time(3) with time zone", "time(6) with time zone"], literal: (n) => `TIME '${hours(n)}+00:00'` },
  { types: ["boolean"], literal: (n) => `${n % 2 === 0}` },
  { types: ["varbinary"], literal: (n) => `X'${n.toString(16).padStart(4, "0")}'` },
  { types: ["json"], literal: (n) => `JSON '{"n":${n}}'` },
  { types: ["interval year to month"], literal: (n) => `INTERVAL '${n}' MONTH` },
  { types: ["interval day to second"], literal: (n) => `INTERVAL '${n}' HOUR` },
  { types: ["uuid"], literal: (n) => `UUID '00000000-0000-0000-0000-${String(n).padStart(12, "0")}'` },
  { types: ["ipaddress"], literal: (n) => `IPADDRESS '10.0.0.${n % 250}'` },
];

export const scalarGroups: readonly (readonly string[])[] = groups.map(({ types }) => types);

/** SQL that can be cast to the type and says another thing for another `n`. */
export function scalarLiteral(type: string, n: number): string {
  const group = groups.find(({ types }) => types.includes(type));
  if (!group) throw new RangeError(`no literals of type ${type}`);
  return group.literal(n);
}
