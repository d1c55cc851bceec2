/**
 * Signs nobody sees in a name, which change how what stands round it is read: control characters, line ends, and those
 * that turn the direction of text (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). The two
 * joiners stay: Urdu needs them.
 */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Whether a name holds any. */
export const hasHiddenSigns = (name: string): boolean => HIDDEN.test(name)

/** A name without them, for one that was set before they were refused. */
export const withoutHiddenSigns = (name: string): string => name.replace(new RegExp(HIDDEN, 'gu'), '')
