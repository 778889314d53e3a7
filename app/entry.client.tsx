// No page is hydrated: Remix's compiler asks for this file, and no page loads it.
export {}
