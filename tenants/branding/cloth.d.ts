type Size = {
  readonly width?: number
  readonly height?: number
  readonly density?: number
  readonly family?: string
}

/** Draws a co-op's cloth: the same address and hues always give the same SVG. */
export function patternFor(slug: string, hue: number, hue2: number, size?: Size): string
