import type { Blueprint } from './blueprint.ts'
import { homeServices } from './home-services/blueprint.ts'
import { imageLibrary } from './image-library/blueprint.ts'
import { makers } from './makers/blueprint.ts'
import { rides } from './rides/blueprint.ts'

/** Every blueprint, in the order in which they are offered. */
export const blueprints: readonly Blueprint[] = [homeServices, rides, imageLibrary, makers]

export function blueprintOf(key: string): Blueprint | undefined {
  return blueprints.find((blueprint) => blueprint.key === key)
}
