declare module 'd3-sankey' {
  export type Node<T> = T & {
    readonly x0?: number
    readonly x1?: number
    readonly y0?: number
    readonly y1?: number
  }
  export type Link = { readonly width?: number }
  type Layout<T, L> = {
    nodeId(of: (node: T) => string): Layout<T, L>
    nodeWidth(width: number): Layout<T, L>
    nodePadding(padding: number): Layout<T, L>
    nodeSort(order: null): Layout<T, L>
    extent(box: [[number, number], [number, number]]): Layout<T, L>
    (graph: { nodes: T[]; links: L[] }): { nodes: Node<T>[]; links: Link[] }
  }
  export function sankey<T, L>(): Layout<T, L>
  export function sankeyLinkHorizontal(): (link: Link) => string | null
}
