// On the page to listen to alone. Where the phone has a voice for a text's language, its press is shown and reads it out
// loud, pressed again it stops; where it has none, the page says so. Nothing is heard once the page is left.
{
  const speech = window.speechSynthesis
  const page = document.querySelector('.listen')
  // Without this script there is nothing to press on what nobody has recorded.
  for (const part of document.querySelectorAll('.part')) part.hidden = false
  // A recording this phone cannot play (Ogg and WebM on older iPhones) gives way to the phone's own voice.
  const isPlayed = (audio) => audio?.canPlayType(audio.querySelector('source').type)
  const buttons = [...document.querySelectorAll('[data-lang]')].filter(
    ({ parentElement }) => !isPlayed(parentElement.querySelector('audio')),
  )
  const voiceOf = (language) =>
    speech
      ?.getVoices()
      .find(({ lang }) => lang.replace('_', '-').toLowerCase().split('-')[0] === language.split('-')[0])
  let speaking
  const stop = () => {
    speech?.cancel()
    if (speaking) speaking.textContent = speaking.dataset.play
    speaking = undefined
  }
  const look = () => {
    for (const button of buttons) {
      button.hidden = !voiceOf(button.dataset.lang)
      const audio = button.parentElement.querySelector('audio')
      if (audio) audio.hidden = true
    }
    document.getElementById('no-voice').hidden = buttons.every(({ hidden }) => !hidden)
  }
  for (const button of buttons) {
    button.dataset.play = button.textContent
    button.addEventListener('click', () => {
      const again = speaking === button
      stop()
      if (again) return
      const said = new SpeechSynthesisUtterance(button.parentElement.querySelector('[data-say]').dataset.say)
      said.voice = voiceOf(button.dataset.lang) ?? null
      said.lang = said.voice?.lang ?? button.dataset.lang
      said.rate = 0.9
      said.onend = () => speaking === button && stop()
      speaking = button
      button.textContent = page.dataset.stop
      speech.speak(said)
    })
  }
  // One voice at a time, a recorded one among them.
  document.addEventListener(
    'play',
    ({ target }) => {
      stop()
      for (const audio of document.querySelectorAll('audio')) if (audio !== target) audio.pause()
    },
    true,
  )
  const hush = () => {
    stop()
    for (const audio of document.querySelectorAll('audio')) audio.pause()
  }
  addEventListener('pagehide', hush)
  addEventListener('click', ({ target }) => target.closest?.('a[href="/exit"]') && hush(), true)
  document.addEventListener('visibilitychange', () => document.hidden && hush())
  // Some phones only know their voices a while later.
  look()
  speech?.addEventListener?.('voiceschanged', look)
}
