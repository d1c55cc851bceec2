// Nothing here is needed: without it every press leads to a page. With it, a list is worked through by keys, a press
// changes the line and not the page, and what is new comes by itself.
{
  const list = () => document.querySelector('#list')
  const lines = () => [...document.querySelectorAll('.line')]
  const here = () => lines().indexOf(document.activeElement?.closest('.line'))
  const go = (to) => {
    const all = lines()
    const line = all[Math.max(0, Math.min(to, all.length - 1))]
    line?.focus()
    line?.scrollIntoView({ block: 'nearest' })
  }
  for (const keys of document.querySelectorAll('.keys')) keys.hidden = false

  // The list as it is now, in the place of the one that is shown; who is on a line stays there, or goes to the next.
  const renew = async (undone) => {
    const answer = await fetch(location.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('#list')
    if (!answer.ok || !fresh) return location.reload()
    const [at, id] = [here(), undone ?? document.activeElement?.closest('.line')?.id]
    list().replaceWith(fresh)
    for (const part of ['.desk > header nav', '.so-much']) {
      const [old, now] = [document.querySelector(part), page.querySelector(part)]
      if (old && now && old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML
    }
    if (at >= 0 || undone) go(id && document.getElementById(id) ? lines().findIndex((line) => line.id === id) : at)
  }

  const nameOf = (button) => (button?.name ? { name: button.name, value: button.value } : {})

  // One press of a button on a line. Where it does not simply lead on, the page it answers with is shown.
  let busy = Promise.resolve()
  const press = (form, button) => {
    busy = busy.then(async () => {
      const body = new URLSearchParams(new FormData(form))
      if (button?.name) body.append(button.name, button.value)
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' })
      if (answer.type !== 'opaqueredirect') throw new Error('It came back.')
      await renew(form.dataset.line)
    })
    // Its ticket makes a second press of the same button harmless.
    busy = busy.catch(() => {
      if (!form.isConnected) return
      // A form sent so knows nothing of the button.
      const pressed = Object.assign(document.createElement('input'), { type: 'hidden', ...nameOf(button) })
      form.append(pressed)
      HTMLFormElement.prototype.submit.call(form)
    })
  }
  addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (form.method !== 'post' || !list()?.contains(form)) return
    event.preventDefault()
    press(form, submitter)
  })

  // Of several families' lists, which one is meant is the reader's to say.
  const allSeen = () => {
    const lists = document.querySelectorAll('.seen-all')
    if (lists.length > 1) lists[0].focus()
    else lists[0]?.click()
  }

  const PLACE = 'desk-line'
  const BUTTONS = { s: '.seen', r: '.answer', o: '.open' }
  addEventListener('keydown', (event) => {
    const { key, target } = event
    const isTyping = target.closest('input, textarea, select')
    if (isTyping && key === 'Enter' && (event.ctrlKey || event.metaKey)) return target.form?.requestSubmit()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping) {
      if (key === 'Escape') target.blur()
      return
    }
    const line = lines()[here()]
    if (key === 'j') go(here() + 1)
    else if (key === 'k') go(here() - 1)
    else if (key === '/') document.querySelector('#q')?.focus()
    else if (key === '?') document.querySelector('.keys')?.toggleAttribute('open')
    else if (key === 'u') document.querySelector('.undo button')?.click()
    else if (key === 'S') allSeen()
    else if (line && '123'.includes(key)) line.querySelectorAll('.went')[Number(key) - 1]?.click()
    else if (line && BUTTONS[key]) {
      if (key === 'r') sessionStorage.setItem(PLACE, here())
      line.querySelector(BUTTONS[key])?.click()
    } else return
    event.preventDefault()
  })
  // Whoever comes by key to write writes at once, and comes back to the line they left.
  const left = sessionStorage.getItem(PLACE)
  if (left !== null && document.querySelector('main textarea')) document.querySelector('main textarea').focus()
  else if (left !== null && list()) {
    sessionStorage.removeItem(PLACE)
    go(Number(left))
  } else document.querySelector('.line:target')?.focus()

  // What somebody says is here within two seconds; a page nobody looks at does not listen.
  let news
  const listen = () => {
    news?.close()
    if (document.hidden || !list()) return
    news = new EventSource('/desk/news')
    news.addEventListener('waiting', ({ data }) => {
      if (data !== list().dataset.waiting) busy = busy.then(() => renew())
    })
  }
  document.addEventListener('visibilitychange', listen)
  listen()
}
