import type { EntryRead } from '#app/domain/said/entry-for-staff'
import { Chip } from '../chip'
import { useWords } from '../words'
import { languageName } from './language-name'

type Marked = Pick<
  EntryRead,
  'kind' | 'result' | 'changedFrom' | 'changed' | 'choice' | 'ringMe' | 'language' | 'ofAll' | 'ofStory' | 'view'
>

const settled: EntryRead['result'][] = ['done', 'good-news']

/** What kind of thing was said, in a word or two. */
export function Marks({
  of: { kind, result, changedFrom, changed, choice, ringMe, language, ofAll, ofStory, view },
}: {
  of: Marked
}) {
  const { t, lang } = useWords('desk')
  const [log, plan] = [useWords('log').t, useWords('plan').t]
  const other = language && language !== lang
  return (
    <>
      {result && !ringMe && !changed && (
        <Chip is={settled.includes(result) ? 'yes' : 'ask'}>{log(`result.${result}`)}</Chip>
      )}
      {result && changed && <s className="soft">{log(`result.${result}`)}</s>}
      {changedFrom && <small>{` (${log('changedFrom', { was: log(`result.${changedFrom}`) })})`}</small>}
      {choice && <Chip is={choice === 'yes' ? 'yes' : 'ask'}>{plan(`answer.${choice}`)}</Chip>}
      {ofAll && <Chip is={ofAll === 'accept' ? 'yes' : 'ask'}>{plan(`agreements.${ofAll}`)}</Chip>}
      {ofStory && <Chip is={ofStory === 'yes' ? 'yes' : 'ask'}>{t(`story.${ofStory}`)}</Chip>}
      {view && <Chip is={view === 'agree' ? 'yes' : 'ask'}>{plan(`position.${view}`)}</Chip>}
      {!result && !choice && !view && !ofStory && kind !== 'checkIns' && kind !== 'answers' && kind !== 'replies' && (
        <Chip>{t(`kind.${kind}`)}</Chip>
      )}
      {ringMe && <Chip is="ask">{t('ringMe')}</Chip>}
      {other && <small> {languageName(language, lang)}</small>}
    </>
  )
}
