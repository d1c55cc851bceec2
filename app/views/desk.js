// Nothing here is needed. Keys for a list: j and k move, s is "Seen", r is "Reply". Never while somebody types.
{
  const lines = () => [...document.querySelectorAll('.line')]
  const keys = document.querySelector('.keys')
  if (keys) keys.hidden = false
  const place = 'desk-line'
  const here = () => lines().indexOf(document.activeElement?.closest('.line'))
  const go = (to) => {
    const all = lines()
    const line = all[Math.max(0, Math.min(to, all.length - 1))]
    line?.focus()
    line?.scrollIntoView({ block: 'nearest' })
  }
  addEventListener('keydown', (event) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select')) return
    const at = here()
    if (key === 'j') go(at + 1)
    else if (key === 'k') go(at - 1)
    else if (at >= 0 && key === 's') {
      sessionStorage.setItem(place, at)
      lines()[at].querySelector('.seen')?.click()
    } else if (at >= 0 && key === 'r') lines()[at].querySelector('.answer')?.click()
    else return
    event.preventDefault()
  })
  // After "Seen" by key the page comes back without that line: the next one is where one was.
  const kept = sessionStorage.getItem(place)
  sessionStorage.removeItem(place)
  if (kept !== null && !location.hash) go(Number(kept))
}
