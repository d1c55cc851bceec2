// Nothing here is needed. It hides a page sooner than the network can, and keeps Back and the app switcher from showing it.
{
  let leaving = false
  const hide = (hidden) => {
    document.documentElement.hidden = leaving || hidden
  }
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href="/exit"]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    leaving = true
    hide(true)
    location.replace('/exit')
  })
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    leaving = true
    hide(true)
    location.reload()
  })
  addEventListener('pagehide', () => hide(true))
  document.addEventListener('visibilitychange', () => hide(document.hidden))
}
