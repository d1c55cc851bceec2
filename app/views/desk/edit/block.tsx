import type { ShownBlock, ShownItem, ShownList } from '#app/domain/plan/draft/shown'
import { useWords } from '../../words'
import { groupsOf } from './groups'
import { Item, Tools } from './item'
import { useLabels } from './labels'

/** A heading with what is written under it; not where the page’s own `title` says the same. */
export function Block({ of, title }: { of: ShownBlock; title: string }) {
  const { t } = useWords('desk-edit')
  const labels = useLabels()
  if ('worries' in of) return <Worries of={of} />
  if ('one' in of)
    return (
      <section className="part-block">
        <h3>{labels.key(of.one.key || 'file')}</h3>
        <Inside of={of.one} />
      </section>
    )
  const { list } = of
  return (
    <section className="part-block">
      {labels.key(list.key) !== title && <h3>{labels.key(list.key)}</h3>}
      {labels.about(list.key) && <p className="soft">{labels.about(list.key)}</p>}
      {list.key === 'triggers' ? (
        <>
          {list.items.map((item, at) => (
            <section key={item.id} className="card writes" id={`i-${item.id}`}>
              <h3>
                {t('sign', { number: at + 1 })} <Tools of={item} />
              </h3>
              <Inside of={item} />
            </section>
          ))}
          <Add to={list.in} list={list.key} />
        </>
      ) : (
        <List of={list} />
      )}
    </section>
  )
}

function Worries({ of }: { of: Extract<ShownBlock, { worries: ShownItem[] }> }) {
  const { t } = useWords('desk-edit')
  return (
    <>
      {of.worries.map((worry, at) => (
        <section key={worry.id} className="card writes" id={`i-${worry.id}`}>
          <h3>
            {t('worry', { number: at + 1 })} {of.whole && <Tools of={worry} />}
          </h3>
          <Inside of={worry} />
        </section>
      ))}
      {of.whole && <Add to={of.in} list="worries" />}
    </>
  )
}

/** A thing that has lists of its own is added by a press. */
function Add({ to, list }: { to: string; list: 'worries' | 'triggers' }) {
  const { t } = useWords('desk-edit')
  return (
    <p>
      <button type="submit" name="do" value={`add|${to}|${list}`} className="button quiet">
        {t(`add.${list}`)}
      </button>
    </p>
  )
}

/** A thing with what it holds: its own fields, its single sentences, its lists. */
function Inside({ of }: { of: ShownItem }) {
  const labels = useLabels()
  return (
    <>
      {of.singles.map((one) => (
        <Item key={one.key} of={one} label={labels.key(one.key)} />
      ))}
      {(of.fields.length > 0 || of.more) && <Item of={of} bare />}
      {of.lists.map((list) => (
        <div key={list.key} className="within">
          <h4>{labels.key(list.key)}</h4>
          <List of={list} />
        </div>
      ))}
    </>
  )
}

/** Rows, and one that waits for the next. */
export function List({ of }: { of: ShownList }) {
  const labels = useLabels()
  return (
    <ul className={of.key === 'people' ? 'written of-people' : 'written'} data-list={`${of.in}|${of.key}`}>
      {of.items.map((item, at) => (
        <li
          key={item.id}
          id={`i-${item.id}`}
          className="entry"
          data-item={item.id}
          data-blank={item.moves?.blank ? '' : undefined}
        >
          {item.moves?.blank && <input type="hidden" name="blank" value={`${item.id}|${of.in}|${of.key}`} />}
          <Item
            of={item}
            number={at + 1}
            label={item.fields.length === 1 ? labels.key(of.key) : undefined}
            row
            listOf={(list) => <List of={list} />}
          />
          {item.singles.map((one) => (
            <div key={one.key} className="within">
              <Inside of={one} />
            </div>
          ))}
          {/* Of a person whose details stand open, they stand among them. */}
          {(groupsOf(item) ? [] : item.lists).map((list) => (
            <div key={list.key} className="within">
              <h4>{labels.key(list.key)}</h4>
              <List of={list} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
