import known from '#locales/en/desk-edit.json'
import { useWords } from '../../words'

type Words = typeof known

/** What lists, fields and choices are called. A key of the case file without words of its own is called by its key. */
export function useLabels() {
  const { t } = useWords('desk-edit')
  const has = <Group extends 'key' | 'keyAbout' | 'field' | 'effect'>(
    group: Group,
    key: string,
  ): key is string & keyof Words[Group] => Object.hasOwn(known[group], key)
  const effect = (key: string, name: string): string | undefined =>
    has('effect', key) ? t(`effect.${key}`, { name }) : undefined
  const field = (kind: string, key: string): string => {
    const own = `${kind}_${key}`
    return has('field', own) ? t(`field.${own}`) : has('field', key) ? t(`field.${key}`) : key
  }
  return {
    key: (key: string): string => (has('key', key) ? t(`key.${key}`) : key),
    about: (key: string): string | undefined => (has('keyAbout', key) ? t(`keyAbout.${key}`) : undefined),
    effect,
    field,
    /** What is a list, or a sentence with a heading of its own, by that; any other by its label. */
    either: (kind: string, key: string): string =>
      has('key', key) && !has('field', key) ? t(`key.${key}`) : field(kind, key),
    options: (as: string): [string, string][] =>
      Object.entries(known.option).flatMap(([group, values]) =>
        group === as
          ? Object.keys(values).map((value): [string, string] => [
              value,
              t(`option.${group}.${value}` as 'option.kind.parent'),
            ])
          : [],
      ),
  }
}
