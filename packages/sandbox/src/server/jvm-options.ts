/**
 * A start of seconds and a small process matter more in a sandbox than the speed of long queries: hence the simple
 * collector and compiler. A started server lives in some 220 MB of heap; the rest is room for what tests do.
 */
export const jvmOptions: readonly string[] = [
  "-Xmx1G",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:ReservedCodeCacheSize=128M",
  "-XX:+ExitOnOutOfMemoryError",
  "-XX:-UsePerfData",
  "-Djdk.attach.allowAttachSelf=true",
  "-Dfile.encoding=UTF-8",
];

/** The same for a server that answers queries for an hour: there the optimising compiler and a larger heap pay. */
export const longRunningJvmOptions: readonly string[] = [
  "-Xmx3G",
  "-XX:+UseParallelGC",
  "-XX:ReservedCodeCacheSize=256M",
  ...jvmOptions.filter((option) => !/^-Xmx|GC$|^-XX:(TieredStopAtLevel|ReservedCodeCacheSize)/.test(option)),
];
