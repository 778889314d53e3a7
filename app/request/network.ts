import { isIPv4, isIPv6 } from 'node:net'

/** How many of the eight groups of an IPv6 address name a network: a home or a server gets all addresses below them. */
const NETWORK_GROUPS = 4

/**
 * Returns the network that an address belongs to: the /64 of an IPv6 address, and an IPv4 address as it is, because
 * whole homes and mobile carriers share one. A text that is no address is returned as it is.
 */
export function networkOf(address: string): string {
  const plain = address.replaceAll(/[[\]]|%.*$/g, '')
  if (!isIPv6(plain)) return address
  const groups = groupsOf(plain)
  const isEmbedded = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isEmbedded)
    return groups
      .slice(6)
      .flatMap((pair) => [pair >> 8, pair & 255])
      .join('.')
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** Returns the eight groups of an IPv6 address, which may leave out a row of zeros, or end like an IPv4 address. */
function groupsOf(address: string): number[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const read = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16))
  const [first, last] = [read(before), read(after ?? '')]
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last]
}

/** Returns whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}
