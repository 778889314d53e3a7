type Size = {
  readonly width?: number
  readonly height?: number
  readonly density?: number
  readonly family?: string
}

/** Draws a co-op's pattern as SVG. The same address and hues always give the same drawing. */
export function patternFor(slug: string, hue: number, hue2: number, size?: Size): string
