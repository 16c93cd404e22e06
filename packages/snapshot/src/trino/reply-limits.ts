/**
 * Bytes one reply may have, unpacked: twice what Trino itself puts into a page at most (`targetResultSize`), and short enough
 * to be held as one text. A server without end must not fill our memory while the query time runs.
 */
export const MAX_REPLY_BYTES = 256 * 1024 * 1024;

/** Characters all replies to one statement may have: the columns of a hundred thousand views. */
export const MAX_RESULT_LENGTH = 1024 ** 3;

/** What a reply that is too long is known by among the failures of requests. */
export const TOO_LONG = "REPLY_TOO_LONG";
