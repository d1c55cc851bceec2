/** Symbols that come with the portal, for frames nobody draws: OpenMoji, CC BY-SA 4.0 (docs/licences/openmoji.txt). */
import drawn from './openmoji.json'

export const symbols: Record<keyof typeof drawn, string> = drawn
export type SymbolName = keyof typeof drawn
export const symbolNames = Object.keys(drawn) as SymbolName[]
