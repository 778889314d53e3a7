import { expect, test } from 'vitest'
import { isLoopback, networkOf } from './network.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:0000:0000:0000:0001', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['amina@brightwater.example', 'amina@brightwater.example'],
  ['unknown', 'unknown'],
  ['', ''],
])('%j belongs to the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('an address of this machine is told from those that look like it', () => {
  for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.1'])
    expect(isLoopback(peer), peer).toBe(true)
  for (const peer of ['203.0.113.9', '::ffff:10.0.0.4', '127.evil.example', '127.1', ''])
    expect(isLoopback(peer), peer).toBe(false)
})
