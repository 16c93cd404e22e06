/** The last part of a path. */
export function tailOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder a path stands in; "" is the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A path below a folder, without `.` and `..`; one that leads out of the root keeps its `..`, and so is no file of it. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
