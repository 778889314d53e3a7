import { pathTo } from '#app/site-map/paths.ts'
const SKIN = ['#8a5a3c', '#c58b62', '#6b4029', '#e0b08a', '#a9714b', '#d79c74'] as const
const APRON = ['#25358a', '#b5432b', '#5c6b23', '#25358a', '#7a5333', '#b5432b'] as const
const HAIR = ['#1d1a22', '#3a2417', '#1d1a22', '#6b6470', '#2a1c14', '#8a4a20'] as const
/** The classes of the grounds, which only a row of portraits paints. */
const GROUND = ['b0', 'b1', 'b2'] as const

function hashOf(text: string): number {
  return [...text].reduce(
    (hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0,
    7,
  )
}

/**
 * A drawn portrait for a member without a photograph: flat, in work clothes, without a face, and always the same for
 * the same member. Only the id decides how it looks, so it says nothing about the person.
 */
function Portrait({ seed }: { readonly seed: string }) {
  const hash = hashOf(seed)
  const skin = SKIN[hash % 6] ?? SKIN[0]
  const apron = APRON[(hash >>> 3) % 6] ?? APRON[0]
  const hair = HAIR[(hash >>> 6) % 6] ?? HAIR[0]
  return (
    <svg viewBox="0 0 120 140" aria-hidden="true" className={`bust ${GROUND[(hash >>> 9) % 3]}`}>
      <path fill={skin} d="M50 74h20v26H50z" />
      <path fill={apron} d="M10 140c2-30 18-42 38-45l12 12 12-12c20 3 36 15 38 45z" />
      <Head shape={(hash >>> 12) % 6} skin={skin} hair={hair} />
      <path fill="#fffaf0" d="M40 112h40v28H40z" opacity=".92" />
      <path fill="none" stroke="#fffaf0" strokeWidth="5" d="M42 114l-4-18M78 114l4-18" />
    </svg>
  )
}

function Head({
  shape,
  skin,
  hair,
}: {
  readonly shape: number
  readonly skin: string
  readonly hair: string
}) {
  const face = <ellipse cx="60" cy="58" rx="21" ry="26" fill={skin} />
  if (shape === 0) {
    return (
      <>
        <path fill={hair} d="M38 66c-4-10-3-22 0-28h44c3 6 4 18 0 28z" />
        {face}
        <path fill="#f0b441" d="M37 48c0-19 9-29 23-29s23 10 23 29c-7-6-39-6-46 0z" />
        <path fill="#f0b441" d="M82 42c7-1 11 3 13 9-6 1-11-1-14-5z" />
      </>
    )
  }
  if (shape === 1) {
    return (
      <>
        <path fill={hair} d="M37 62c-6-30 8-42 24-42s28 14 22 42z" />
        {face}
        <path fill={hair} d="M38 50c8-2 20-4 26-14 4 8 12 12 18 13 0-18-9-26-22-26s-22 8-22 27z" />
      </>
    )
  }
  if (shape === 2) {
    return (
      <>
        <circle cx="60" cy="18" r="13" fill={hair} />
        {face}
        <path fill={hair} d="M38 56c0-24 8-34 22-34s22 10 22 34c-6-12-10-20-22-20s-16 8-22 20z" />
      </>
    )
  }
  if (shape === 3) {
    return (
      <>
        <path fill={hair} d="M35 71c-4-25-1-49 25-49s29 24 25 49c-7 3-43 3-50 0z" />
        {face}
        <path fill={hair} d="M39 52c10 0 22-6 28-16 3 8 8 14 14 16 0-20-9-29-21-29s-21 9-21 29z" />
      </>
    )
  }
  if (shape === 4) {
    return (
      <>
        <path fill={hair} d="M38 66c-3-8-3-16-2-22h48c1 6 1 14-2 22z" />
        {face}
        <path fill="#b5432b" d="M37 48c0-18 10-27 23-27s23 9 23 27z" />
        <path fill="#25358a" d="M35 45h50v7H35z" />
      </>
    )
  }
  return (
    <>
      <g fill={hair}>
        <circle cx="42" cy="42" r="15" />
        <circle cx="60" cy="32" r="17" />
        <circle cx="78" cy="42" r="15" />
        <circle cx="38" cy="60" r="12" />
        <circle cx="82" cy="60" r="12" />
      </g>
      {face}
      <path fill={hair} d="M40 50c8-8 32-8 40 0 0-14-8-20-20-20s-20 6-20 20z" />
    </>
  )
}

/** A member's photograph, or the drawn portrait where there is none. */
export function Avatar({ id, photo }: { readonly id: string; readonly photo: string | null }) {
  if (!photo) return <Portrait seed={id} />
  return (
    <img
      className="bust"
      src={pathTo('/files/:id/:size', { id: photo, size: 400 })}
      alt=""
      width={240}
      height={280}
    />
  )
}
