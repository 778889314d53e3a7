import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pathTo } from '#app/site-map/paths.ts'
import { LanguageContext, languageFor } from './language.tsx'
import { type Notice, NoticeOf, noticeIn, saying } from './notice.tsx'

const on = (address: string) => new URL(address, 'https://azahar.twiza.example')

test('a page says what led to it, and nothing of another page', () => {
  const address = on(pathTo('/office/members', saying('member-invited')))
  expect(address.search).toBe('?said=member-invited')
  expect(noticeIn(address, 'member-invited')).toBe('member-invited')
  expect(noticeIn(address, 'hours-saved', 'terms-saved')).toBeUndefined()
  expect(noticeIn(on('/office/members?said=no-such-notice'), 'member-invited')).toBeUndefined()
})

test('a notice is read out, in the words of its language', () => {
  const { t } = languageFor('es')
  const page = renderToString(
    <LanguageContext.Provider value={languageFor('es')}>
      <NoticeOf notice="draft-lapsed" values={{ days: 30 }} />
    </LanguageContext.Provider>,
  )
  expect(page).toBe(`<div class="note" role="status">${t('founding:lapsed', { days: 30 })}</div>`)
})

test('a notice that is on no list does not compile', () => {
  // @ts-expect-error There is no such notice.
  const notice: Notice = 'no-such-notice'
  expect(saying(notice)).toEqual({ said: 'no-such-notice' })
})
