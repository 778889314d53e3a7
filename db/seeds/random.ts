/** Random numbers that are the same for the same name, so that every demonstration is the same. */
export class Random {
  #state: number

  constructor(name: string) {
    this.#state = [...name].reduce(
      (sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0,
      17,
    )
  }

  /** Returns a whole number from 0 to `sides` − 1. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.roll(things.length)]
    if (thing === undefined) throw new RangeError('Nothing to pick from.')
    return thing
  }
}
