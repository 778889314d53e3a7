// While somebody types, asks the form's own page what its "try it" button would, and shows the part of the answer that
// is marked for it. Without this script the button does the same.
const QUIET_MS = 350

for (const form of document.querySelectorAll('form[data-live]')) {
  const asked = new Set(form.dataset.live.split(' '))
  let waiting
  let turn = 0
  const ask = async () => {
    const mine = ++turn
    const query = new URLSearchParams(new FormData(form))
    const answer = await fetch(`${location.pathname}?${query}`).catch(() => undefined)
    if (!answer || mine !== turn) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [now, then] = [document, page].map((one) => one.querySelector('[data-live-answer]'))
    if (mine === turn && now && then) now.replaceChildren(...then.childNodes)
  }
  form.addEventListener('input', ({ target }) => {
    if (!asked.has(target.name)) return
    clearTimeout(waiting)
    waiting = setTimeout(ask, QUIET_MS)
  })
}
