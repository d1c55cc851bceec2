// Nothing here is needed: without it each press saves the page. With it what is typed is saved while it is typed, waits
// in this tab while it cannot be, and what others write appears.
{
  const root = () => document.querySelector('.writing')
  const { save: url, ...say } = root()?.dataset ?? {}
  // By whose they are: the next to sit down here must not send them as theirs.
  const KEY = `writing ${say.by} ${url}`
  const PAUSE = 500
  let ticket = say.ticket
  let seen = Number(say.seen)

  const newId = () =>
    `n${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  const equal = (a, b) => a.length === b.length && a.every((one, at) => one === b[at])
  const isField = (name) => /^[^.|]+\.\w+$/.test(name ?? '') && !/^(beside|line)\./.test(name)
  const named = (name) => [...root().querySelectorAll(`[name="${CSS.escape(name)}"]:not([type="hidden"])`)]
  const rowOf = (field) => field.closest('[data-item]')

  /** What a field holds, as a form would send it; `as` it was when the page came. */
  const heldIn = (name, as = false) => {
    const all = named(name)
    const [first] = all
    if (first?.type === 'checkbox')
      return all.filter((one) => (as ? one.defaultChecked : one.checked)).map(({ value }) => value)
    if (first?.tagName === 'SELECT' && as)
      return [([...first.options].find(({ defaultSelected }) => defaultSelected) ?? first.options[0])?.value ?? '']
    return first ? [as ? first.defaultValue : first.value] : []
  }
  const show = (name, value) => {
    for (const one of named(name)) {
      if (one.type === 'checkbox') one.checked = value.includes(one.value)
      else if (one.value !== value[0]) one.value = value[0] ?? ''
    }
  }

  // What is not saved yet, and what is on its way: kept in the tab, so that a reload or a crash takes nothing along.
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? { sent: [], waiting: {} }
  let { sent, waiting } = kept
  const keep = () =>
    sent.length || Object.keys(waiting).length
      ? sessionStorage.setItem(KEY, JSON.stringify({ sent, waiting }))
      : sessionStorage.removeItem(KEY)
  const isClean = () => sent.length === 0 && Object.keys(waiting).length === 0

  /** What the server has of each field, as far as this page knows. */
  let base = new Map()
  const baseOf = (name) => base.get(name) ?? heldIn(name, true)
  /** Fields in which somebody else wrote other words: both are kept, and shown once nobody types in it. */
  const disputed = new Set()

  const tell = (words, late = false) => {
    const state = root()?.querySelector('.state')
    if (!state) return
    if (state.textContent !== words) state.textContent = words
    state.classList.toggle('late', late)
  }
  const time = (at) =>
    new Date(at).toLocaleTimeString(document.documentElement.lang, {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: 'Europe/London',
    })

  /** A day as nobody reads it the other way round, as the server writes it. */
  const sayDay = ({ id, value }) => {
    const words = root().querySelector(`[data-words-of="${CSS.escape(id)}"]`)
    if (!words) return
    const day = new Date(`${value.slice(0, 10)}${value.length === 7 ? '-01' : ''}T00:00Z`)
    const shape = { month: 'long', year: 'numeric', ...(value.length > 7 && { weekday: 'long', day: 'numeric' }) }
    const { lang } = document.documentElement
    words.textContent = Number.isNaN(day.getTime())
      ? ''
      : day.toLocaleDateString(lang === 'en' ? 'en-GB' : lang, { ...shape, timeZone: 'UTC' })
  }

  const noteField = (field) => {
    const { name } = field
    sayDay(field)
    const row = rowOf(field)
    if (row?.dataset.blank !== undefined && name.startsWith(`${row.dataset.item}.`)) return noteNew(row)
    const to = heldIn(name)
    if (equal(to, baseOf(name)) && !disputed.has(name)) delete waiting[name]
    else {
      const [item, field] = name.split('.')
      waiting[name] = { id: waiting[name]?.id ?? newId(), do: 'set', item, field, from: baseOf(name), to }
    }
    keep()
    later()
  }

  /** A row that waited for its first words: it is added with all that stands in it, behind the row before it. */
  const noteNew = (row) => {
    const { item } = row.dataset
    const [inside, key] = row.closest('[data-list]').dataset.list.split('|')
    const names = [...new Set([...row.querySelectorAll('[name]')].map(({ name }) => name))].filter((name) =>
      name.startsWith(`${item}.`),
    )
    const values = Object.fromEntries(names.map((name) => [name.split('.')[1], heldIn(name)]))
    if (names.every((name) => equal(heldIn(name), heldIn(name, true)))) delete waiting[item]
    else {
      const before = row.previousElementSibling
      waiting[item] = {
        id: waiting[item]?.id ?? newId(),
        do: 'add',
        item,
        in: inside,
        key,
        values,
        after: before?.dataset.item ?? '',
      }
      if (!row.nextElementSibling) row.after(blankRow(row))
    }
    keep()
    later()
  }

  /** The next empty row, as the server drew the one that waits at the end of each list. */
  const blanks = new Map()
  const learnBlanks = () => {
    blanks.clear()
    for (const row of root().querySelectorAll('[data-blank]'))
      blanks.set(row.closest('[data-list]').dataset.list, [row.dataset.item, row.outerHTML])
  }
  const blankRow = (beside) => {
    const [id, html] = blanks.get(beside.closest('[data-list]').dataset.list)
    const box = document.createElement('template')
    box.innerHTML = html.replaceAll(id, newId())
    return box.content.firstElementChild
  }

  let timer
  const later = (pause = PAUSE) => {
    clearTimeout(timer)
    timer = setTimeout(send, pause)
  }

  let sending
  const send = () => {
    sending ??= sendNow().finally(() => {
      sending = undefined
      if (isClean()) return
      later(failed ? 5000 : 50)
    })
    return sending
  }
  let failed = false

  const sendNow = async () => {
    if (sent.length === 0) {
      sent = Object.values(waiting)
      waiting = {}
      for (const one of sent) {
        if (one.do === 'set') base.set(`${one.item}.${one.field}`, one.to)
        else {
          for (const [field, value] of Object.entries(one.values)) base.set(`${one.item}.${field}`, value)
          const row = root().querySelector(`[data-item="${one.item}"]`)
          if (row) noLongerBlank(row)
        }
      }
      keep()
    }
    if (sent.length === 0) return
    tell(say.saving)
    failed = true
    let answer
    try {
      const body = new URLSearchParams({ ticket, seen, changes: JSON.stringify(sent) })
      answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    } catch {
      return tell(say.notSaved, true)
    }
    if (answer.type === 'opaqueredirect' || answer.status === 401) return tell(say.signedOut, true)
    if (answer.status === 404) return tell(say.closed, true)
    if (answer.status === 409) return void (await newTicket())
    if (!answer.ok) return tell(say.notSaved, true)
    failed = false
    const told = await answer.json()
    for (const { id, is } of told.outcomes) {
      const one = sent.find((change) => change.id === id)
      if (is === 'beside' && one?.do === 'set') disputed.add(`${one.item}.${one.field}`)
      else if (is !== 'taken' && is !== 'same') stale = true
    }
    sent = []
    keep()
    hear(told)
  }

  const noLongerBlank = (row) => {
    delete row.dataset.blank
    row.querySelector('input[name="blank"]')?.remove()
    for (const tools of row.querySelectorAll('.tools')) tools.hidden = false
    for (const field of row.querySelectorAll('[placeholder]')) field.removeAttribute('placeholder')
  }

  /** Somebody signed in again, elsewhere: the page as it is now has a ticket for them. */
  const newTicket = async () => {
    const page = await pageAt(location.href)
    ticket = page?.querySelector('.writing')?.dataset.ticket ?? ticket
    tell(say.notSaved, true)
  }

  /** The page is to be drawn anew, once nobody is in the middle of a word. */
  let stale = false
  const hear = ({ revision, fields, moved, saved }) => {
    seen = revision
    const inForm = root()?.querySelector('input[name="seen"]')
    if (inForm) inForm.value = revision
    for (const { name, value } of fields) {
      if (waiting[name] || disputed.has(name)) continue
      base.set(name, value)
      show(name, value)
    }
    stale ||= moved
    if (saved) tell(`${say.saved} ${time(saved.at)}`)
    settle()
  }
  const settle = () => {
    const typing = document.activeElement?.name
    const isDecided = disputed.size === 0 || !disputed.has(typing)
    if ((stale || disputed.size > 0) && isClean() && isDecided) redraw()
  }

  const pageAt = async (address, how) => {
    const answer = await fetch(address, how)
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
  }
  let drawing = false
  const redraw = async (address = location.href, how = undefined) => {
    if (drawing) return
    drawing = true
    const page = await pageAt(address, how).catch(() => undefined)
    drawing = false
    if (!page?.querySelector('.writing')) return how && tell(say.notSaved, true)
    // Somebody typed meanwhile: first that is saved.
    if (!isClean()) {
      stale = true
      return
    }
    put(page)
  }
  const put = (page) => {
    const at = document.activeElement
    const { name, value } = at ?? {}
    const [from, to] =
      'selectionStart' in (at ?? {}) && at.type !== 'checkbox' ? [at.selectionStart, at.selectionEnd] : []
    for (const part of ['.writing', '.after', '.parts']) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)]
      if (old && fresh) old.replaceWith(fresh)
    }
    seen = Number(root().dataset.seen)
    ticket = root().dataset.ticket
    stale = false
    disputed.clear()
    base = new Map()
    learnBlanks()
    const again =
      name &&
      [...root().querySelectorAll(`[name="${CSS.escape(name)}"]`)].find(
        (one) => name !== 'do' && (one.type !== 'checkbox' || one.value === value),
      )
    again?.focus({ preventScroll: true })
    if (again && from !== undefined && from !== null) again.setSelectionRange?.(from, to)
  }

  const look = async () => {
    if (document.hidden || !navigator.onLine || !isClean() || sending) return isClean() || send()
    const answer = await fetch(`${url}?seen=${seen}`, { redirect: 'manual' }).catch(() => undefined)
    if (answer?.ok && isClean()) {
      const told = await answer.json()
      if (told.revision !== seen) hear(told)
    }
  }

  /** Everything is with the server, or could not get there now. */
  const flushed = async () => {
    clearTimeout(timer)
    for (let tries = 0; tries < 4 && !isClean(); tries++) {
      await send()
      if (failed) break
    }
    return isClean()
  }

  const press = async (form, button) => {
    const [what, of = ''] = button.value.split('|')
    if (!(await flushed())) return
    if (what === 'next') return location.assign(form.action.replace(/[^/]*$/, of))
    if (what === 'picture') return location.assign(form.action.replace(/edit\/.*$/, `picture/${of}`))
    const path = form.action.split('?')[0]
    const address = what === 'open' ? `${path}?open=${of}` : path
    if (what === 'open' || what === 'close') {
      history.replaceState(null, '', address)
      await redraw(address)
      return document
        .getElementById(`i-${of}`)
        ?.querySelector('.behind input:not([type="hidden"]), .behind textarea')
        ?.focus()
    }
    const body = new URLSearchParams(new FormData(form))
    body.set('do', button.value)
    const before = new Set([...root().querySelectorAll('.writes')].map(({ id }) => id))
    await redraw(form.action, { method: 'POST', body })
    if (what === 'add')
      [...root().querySelectorAll('.writes')]
        .find(({ id }) => !before.has(id))
        ?.querySelector('textarea')
        ?.focus()
  }

  /** From a row to the next one of its list, which is made where there is none. */
  const nextRow = (field) => {
    const row = rowOf(field)
    if (!row || !blanks.has(row.closest('[data-list]').dataset.list)) return false
    let next = row.nextElementSibling
    if (!next || next.dataset.blank === undefined) {
      next = blankRow(row)
      row.after(next)
    }
    next.querySelector('textarea, input:not([type="hidden"]), select')?.focus()
    return true
  }

  if (root()) {
    learnBlanks()
    addEventListener('input', ({ target }) => {
      if (root().contains(target) && isField(target.name)) noteField(target)
    })
    addEventListener('keydown', (event) => {
      const { key, target } = event
      if (!target.matches?.('.writing textarea, .writing input, .writing select')) return
      if (
        key === 'Enter' &&
        !event.shiftKey &&
        !event.ctrlKey &&
        !event.metaKey &&
        isField(target.name) &&
        nextRow(target)
      )
        event.preventDefault()
      const way = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[key]
      const button = way && (rowOf(target) ?? target.closest('.writes'))?.querySelector(`button[value^="${way}|"]`)
      if (!button) return
      event.preventDefault()
      press(target.form, button)
    })
    addEventListener('submit', (event) => {
      if (!root().contains(event.target)) return
      event.preventDefault()
      const { submitter: button, target: form } = event
      if (!button || button.value === '' || button.value === 'save') flushed()
      else press(form, button)
    })
    // Whoever goes elsewhere in the portal takes nothing unsaved along.
    addEventListener('click', (event) => {
      const link = event.target.closest?.('a[href]')
      if (!link || isClean() || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      flushed().then((done) => done && location.assign(link.href))
    })
    addEventListener('beforeunload', (event) => {
      if (!isClean()) event.preventDefault()
    })
    addEventListener('focusout', () => setTimeout(settle))
    addEventListener('focus', look)
    addEventListener('online', () => later(0))
    document.addEventListener('visibilitychange', look)
    setInterval(look, 10_000)
    // What this tab had not saved when it was last here: sent first, then shown.
    if (!isClean()) {
      stale = true
      send()
    }
  }
}
