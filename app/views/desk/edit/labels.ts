import known from '#locales/en/desk-edit.json'
import { useWords } from '../../words'

type Words = typeof known

/** What lists, fields and choices are called. A key of the case file without words of its own is called by its key. */
export function useLabels() {
  const { t } = useWords('desk-edit')
  const has = <Group extends 'key' | 'keyAbout' | 'field'>(
    group: Group,
    key: string,
  ): key is string & keyof Words[Group] => Object.hasOwn(known[group], key)
  return {
    key: (key: string): string => (has('key', key) ? t(`key.${key}`) : key),
    about: (key: string): string | undefined => (has('keyAbout', key) ? t(`keyAbout.${key}`) : undefined),
    field: (kind: string, key: string): string => {
      const own = `${kind}_${key}`
      return has('field', own) ? t(`field.${own}`) : has('field', key) ? t(`field.${key}`) : key
    },
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
