/** A Java on this machine. */
export interface JavaRuntime {
  /** The `java` program. */
  readonly path: string;
  /** Feature release, such as 17. */
  readonly version: number;
  /** Whether it can compile; run-time images often cannot. */
  readonly hasCompiler: boolean;
}

/** Reads what `java --list-modules` prints; `null` when that is no such list (Java 8 does not know the option). */
export function parseModuleList(path: string, listing: string): JavaRuntime | null {
  const base = /^java\.base@(\d+)/m.exec(listing);
  if (base === null) return null;
  return { path, version: Number(base[1]), hasCompiler: /^jdk\.compiler@/m.test(listing) };
}

/** What a server asks of its Java. */
export interface JavaNeed {
  readonly atLeast: number;
  readonly atMost?: number;
  readonly compiler: boolean;
}

/** The oldest Java that suffices: the nearest to what that server was tested with. */
export function chooseJava(runtimes: readonly JavaRuntime[], need: JavaNeed): JavaRuntime | null {
  const { atLeast, atMost = Number.POSITIVE_INFINITY, compiler } = need;
  const suitable = runtimes.filter(
    ({ version, hasCompiler }) => version >= atLeast && version <= atMost && (hasCompiler || !compiler),
  );
  return suitable.sort((a, b) => a.version - b.version)[0] ?? null;
}
