/** A view that Trino lists, but that cannot be read now; the message is the reason, for people. */
export class BrokenView extends Error {}
