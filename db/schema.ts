/**
 * Everything the portal keeps. A state is a dated row or a dated column with who did it; status is derived.
 * Times are ISO 8601 in UTC ("…Z"), so that they sort as text. People, children and items are named by the id
 * they have in the case file; that id never leaves the server (see `publicIds`).
 */

export * from './tables/audit'
export * from './tables/coming-in'
export * from './tables/council'
export * from './tables/drafts'
export * from './tables/families'
export * from './tables/pictures'
export * from './tables/said'
export * from './tables/texts'
export * from './tables/voices'
