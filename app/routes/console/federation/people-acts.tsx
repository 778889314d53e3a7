type ActProps = {
  readonly act: string
  readonly id: string
  readonly label: string
  /** Whom it is about: the same word stands in every row. */
  readonly of: string
  readonly coOp?: string
}

/** One thing that is done to one person. */
export function Act({ act, id, label, of, coOp }: ActProps) {
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      {coOp ? <input type="hidden" name="coOp" value={coOp} /> : null}
      <button className="plain" name="act" value={act} aria-label={`${label}: ${of}`}>
        {label}
      </button>
    </form>
  )
}

/** The same where it takes something away: it opens, says what will happen, and only then does it. */
export function AskedAct({ what, ...act }: ActProps & { readonly what: string }) {
  const { label, of } = act
  return (
    <details className="open:flex-[1_1_100%]">
      <summary aria-label={`${label}…: ${of}`}>{label}…</summary>
      <p className="text-sm">{what}</p>
      <Act {...act} />
    </details>
  )
}
