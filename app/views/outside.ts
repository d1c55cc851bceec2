/** What a page throws below the desk for whoever has not signed in there: nothing is to tell that there is a desk. */
export const OUTSIDE = 'outside'
