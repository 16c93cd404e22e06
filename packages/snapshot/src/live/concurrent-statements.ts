/** How many statements a snapshot has under way at once, so that it does not crowd out the readers. */
export const CONCURRENT_STATEMENTS = 4;
