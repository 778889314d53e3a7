/** Ways that lead to another host in some browser, or that are none of ours. */
export const WAYS_AWAY = [
  '//evil.example',
  '///evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  '/%2E%2e/.//evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\n//evil.example',
  'https://evil.example/',
  'https:/evil.example/',
  'javascript:alert(1)',
  '/\u0000//evil.example',
] as const
