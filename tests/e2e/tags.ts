/** A journey that is only walked with scripts off: with them on it differs in nothing that others do not show. */
export const WITHOUT_SCRIPTS = '@without-scripts'
