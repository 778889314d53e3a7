/** More than this at once is a migration, and wants a plan. */
export const MOST_IMPORTED = 200

/** The columns of a file of co-ops to be founded. */
export const IMPORT_COLUMNS = [
  'name',
  'slug',
  'country',
  'city',
  'timeZone',
  'blueprint',
  'colour',
  'colour2',
  'founder',
  'email',
  'others',
] as const

export const sampleRow = [
  'Harbour Gardens',
  'harbour-gardens',
  'GB',
  'Hull',
  'Europe/London',
  'home-services',
  '#0f5c6e',
  '#f2b13c',
  'Maya Chen',
  'maya@example.org',
  'omar@example.org; ana@example.org',
]

/** What was posted: the file when one was chosen, else what was pasted. */
export async function textIn(posted: FormData): Promise<string> {
  const file = posted.get('file')
  if (file instanceof File && file.size > 0) return (await file.text()).slice(0, 500_000)
  return String(posted.get('rows') ?? '').slice(0, 500_000)
}
