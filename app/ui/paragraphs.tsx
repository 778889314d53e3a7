/** A text that a person wrote, with its own line breaks and in its own direction. */
export function Paragraphs({
  text,
  className,
}: {
  readonly text: string
  readonly className?: string
}) {
  return text.split(/\n+/).map((line, index) => (
    <p className={className} dir="auto" key={index}>
      {line}
    </p>
  ))
}
