import { pathTo } from '#app/site-map/paths.ts'

/* A drawing in lines, in the colour of the text. */
const DRAWN = {
  viewBox: '0 0 20 20',
  width: 20,
  height: 20,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
} as const

/** The arrow of a link that leads on. It is mirrored in right-to-left pages. */
export function Arrow() {
  return (
    <svg className="flip" {...DRAWN}>
      <path d="M3 10h13M11 5l5 5-5 5" />
    </svg>
  )
}

export function Lock() {
  return (
    <svg {...DRAWN}>
      <rect x="4" y="9" width="12" height="8" />
      <path d="M7 9V6a3 3 0 0 1 6 0v3" />
    </svg>
  )
}

/** The federation's logo: two strands over two. */
export function Mark() {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" className="rounded" aria-hidden="true">
      <rect width="40" height="40" fill="#1d2a63" />
      <g fill="#f2b13c">
        <path d="M7 0h7v40H7z" />
        <path d="M26 0h7v40h-7z" />
      </g>
      <g fill="#c2452d">
        <path d="M0 7h40v7H0z" />
        <path d="M0 26h40v7H0z" />
      </g>
      <g fill="#f2b13c">
        <path d="M7 4h7v13H7zM26 23h7v13h-7z" />
      </g>
    </svg>
  )
}

/** The diamond of a step, open or done. */
export function Diamond({ done }: { readonly done: boolean }) {
  return (
    <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      <path
        d="M14 2l12 12-12 12L2 14z"
        className={`stroke-[1.75] ${done ? 'fill-olive stroke-olive' : 'fill-none stroke-line-strong'}`}
      />
      {done ? (
        <path d="M9 14l3.5 3.5L19 11" className="fill-none stroke-surface stroke-[2.5]" />
      ) : null}
    </svg>
  )
}

/** A co-op's pattern in a given size, as one picture that browsers cache. */
export function Cloth({
  look,
  width,
  height,
  className = 'w-full rounded object-cover',
}: {
  readonly look: string
  readonly width: number
  readonly height: number
  readonly className?: string
}) {
  return (
    <img
      src={`${pathTo('/pattern.svg')}?${look}&w=${width}&h=${height}`}
      width={width}
      height={height}
      alt=""
      className={className}
      decoding="async"
    />
  )
}

/** The woven band at the top of every page. */
export function Band({ look }: { readonly look: string }) {
  return (
    <div
      className="h-3 bg-center bg-repeat-x"
      aria-hidden="true"
      style={{ backgroundImage: `url("${pathTo('/pattern.svg')}?${look}&w=1280&h=12")` }}
    />
  )
}

/** The query of the federation's own pattern. */
export const FEDERATION_LOOK = 's=twiza&a=265&b=78'
