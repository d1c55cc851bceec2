/** Pence as the reader writes pounds: "£0.08". */
export const money = (pence: number, language: string): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { style: 'currency', currency: 'GBP' }).format(
    pence / 100,
  )
