const TITLES = /^(mr|mrs|ms|miss|mx|dr|prof|pan|pani)\.?$/i

/** "K" for Kelly, "NM" for Nana Mo, "O" for Ms Orr. */
export function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => part && !TITLES.test(part))
  return parts
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase())
    .join('')
}
