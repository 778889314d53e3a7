/** What a person wrote, in the lines it was written in and in its own direction. */
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
