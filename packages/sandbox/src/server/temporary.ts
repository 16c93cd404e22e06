/** Where a server puts what it needs for a while, below the folder it runs in. */
export const TEMPORARY = "tmp";
