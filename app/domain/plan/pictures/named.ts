/** What the `file` of a frame's image names. */
import { type SymbolName, symbolNames } from './symbols'

/** Bytes that are kept, by their SHA-256 in hex; or a symbol that comes with the portal. */
export type Named = { hash: string } | { symbol: SymbolName }

/** Undefined for the name of a file that was never brought in: there is nothing to show for it. */
export function pictureNamed(file: string): Named | undefined {
  const hash = file.match(/^([0-9a-f]{64})\.jpg$/)?.[1]
  if (hash) return { hash }
  const symbol = symbolNames.find((name) => file === fileOfSymbol(name))
  return symbol && { symbol }
}

export const fileOfHash = (hash: string): string => `${hash}.jpg`
export const fileOfSymbol = (name: SymbolName): string => `symbol-${name}.svg`
