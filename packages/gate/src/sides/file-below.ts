/** A path below a root, as a person would write it. */
export function fileBelow(root: string, path: string): string {
  if (root === "") return path;
  return path === "" ? root : `${root}/${path}`;
}
