/** The files of the other directory: taken out as their like is found, mostly in the same order. */
export class Twins {
  private readonly paths: readonly string[];
  private readonly isTaken: Uint8Array;
  private next = 0;
  private places: ReadonlyMap<string, number> | null = null;

  constructor(paths: readonly string[]) {
    this.paths = paths;
    this.isTaken = new Uint8Array(paths.length);
  }

  /** Whether there is a file at this path there. */
  take(path: string): boolean {
    const at = this.paths[this.next] === path ? this.next : this.find(path);
    if (at === -1) return false;
    this.isTaken[at] = 1;
    this.next = at + 1;
    return true;
  }

  /** Those that were not taken. */
  left(): readonly string[] {
    return this.paths.filter((_, at) => this.isTaken[at] === 0);
  }

  private find(path: string): number {
    this.places ??= new Map(this.paths.map((each, at) => [each, at]));
    return this.places.get(path) ?? -1;
  }
}
