// Nothing here is needed. It hides a page sooner than the network can, and keeps Back and the app switcher from showing
// it. Hidden on the screen alone: a phone prints a page from behind another window.
{
  let leaving = false
  const hide = (hidden) => document.documentElement.classList.toggle('away', leaving || hidden)
  const leaveThen = (go) => {
    leaving = true
    hide(true)
    go()
  }
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href="/exit"]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    leaveThen(() => location.replace('/exit'))
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) leaveThen(() => location.reload())
  })
  addEventListener('pagehide', () => hide(true))
  document.addEventListener('visibilitychange', () => hide(document.hidden))
  // What is folded is printed whole, by browsers too that cannot be told so in the styles.
  const folded = []
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details:not([open])')) folded.push(part)
    for (const part of folded) part.open = true
  })
  addEventListener('afterprint', () => {
    for (const part of folded.splice(0)) part.open = false
  })
}
