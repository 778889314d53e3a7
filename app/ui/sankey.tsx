import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { useLanguage } from './language.tsx'

type PaymentFlow = {
  readonly who: 'worker' | 'co-op' | 'federation' | 'rent'
  readonly label: string
  readonly minor: bigint
  readonly amount: string
}
type Node = { readonly id: string }

const FILLS = {
  worker: 'fill-split-worker',
  'co-op': 'fill-split-co-op',
  federation: 'fill-split-federation',
  rent: 'fill-split-rent',
} as const
const STROKES = {
  worker: 'stroke-split-worker',
  'co-op': 'stroke-split-co-op',
  federation: 'stroke-split-federation',
  rent: 'stroke-split-rent',
} as const
const [WIDTH, HEIGHT, NODE] = [1180, 420, 22]

/**
 * A diagram of where money flows, to scale: from one source to the four parts, in the reading direction. A table
 * beside it holds the same figures.
 */
export function Sankey({
  source,
  sourceAmount,
  flows,
}: {
  readonly source: string
  readonly sourceAmount: string
  readonly flows: readonly PaymentFlow[]
}) {
  const { direction } = useLanguage()
  const shown = flows.filter(({ minor }) => minor > 0n)
  const layout = sankey<
    Node,
    { readonly source: string; readonly target: string; readonly value: number }
  >()
    .nodeId(({ id }) => id)
    .nodeWidth(NODE)
    .nodePadding(34)
    .nodeSort(null)
    .extent([
      [0, 10],
      [780, HEIGHT - 10],
    ])
  const graph = layout({
    nodes: [{ id: 'source' }, ...shown.map(({ who }) => ({ id: who }))],
    links: shown.map(({ who, minor }) => ({ source: 'source', target: who, value: Number(minor) })),
  })
  const path = sankeyLinkHorizontal()
  const mirror = direction === 'rtl'
  const x = (at: number) => (mirror ? WIDTH - at : at)
  const label = [
    `${source} ${sourceAmount}`,
    ...shown.map((flow) => `${flow.label} ${flow.amount}`),
  ].join('; ')
  return (
    <svg
      className="h-auto w-full overflow-visible max-sm:hidden"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <g transform={mirror ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
        {graph.links.map((link, index) => (
          <path
            key={index}
            d={path(link) ?? ''}
            className={`opacity-40 ${STROKES[shown[index]?.who ?? 'worker']}`}
            strokeWidth={Math.max(2, link.width ?? 0)}
            fill="none"
          />
        ))}
        {graph.nodes.map(({ id, x0 = 0, y0 = 0, y1 = 0 }) => (
          <rect
            key={id}
            x={x0}
            y={y0}
            width={NODE}
            height={Math.max(2, y1 - y0)}
            className={id === 'source' ? 'fill-ink' : FILLS[id as PaymentFlow['who']]}
          />
        ))}
      </g>
      <text x={x(36)} y={60} className="fill-ink text-[17px] font-semibold" textAnchor="start">
        {source}
      </text>
      <text
        x={x(36)}
        y={100}
        className="fill-ink text-[36px] font-semibold tracking-[-0.03em]"
        textAnchor="start"
      >
        {sourceAmount}
      </text>
      {graph.nodes.slice(1).map(({ id, x1 = 0, y0 = 0, y1 = 0 }, index) => (
        <text
          key={id}
          x={x(x1 + 16)}
          y={(y0 + y1) / 2 + 6}
          className="fill-ink text-[17px]"
          textAnchor="start"
        >
          <tspan className="font-semibold">{shown[index]?.amount}</tspan> {shown[index]?.label}
        </text>
      ))}
    </svg>
  )
}
