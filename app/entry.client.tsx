// No page is hydrated. Remix's compiler needs this file, but no page loads it.
export {}
