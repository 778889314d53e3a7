import { expect, test } from 'vitest'
import { saveDetails, savedDetails } from './saved-details.server.ts'

/** Reads what a browser would send back. */
function readBack(checkout: string) {
  const names = ['name']
  const headers = saveDetails({ listing: 'deep-clean', names }, { name: 'Helen', checkout })
  const cookie = headers?.['set-cookie']?.split(';')[0] ?? ''
  return savedDetails(new Request('http://x.localhost/', { headers: { cookie } }))
}

test('saved details come back with their checkout, and a checkout that is no key is not read', () => {
  const checkout = 'a'.repeat(24)
  expect(readBack(checkout)).toEqual({
    listing: 'deep-clean',
    checkout,
    details: { name: 'Helen' },
  })
  expect(readBack(`${'a'.repeat(20)}\u0000`)).toBeUndefined()
})
