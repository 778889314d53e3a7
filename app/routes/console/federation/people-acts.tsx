type ActProps = {
  readonly act: string
  readonly id: string
  readonly label: string
  /** The person whom the button is about, because each row has a button with the same label. */
  readonly of: string
  readonly coOp?: string
}

/** A button for one act on one person. */
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

/** A button for an act that takes something away. It first opens a text that says what will happen. */
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
