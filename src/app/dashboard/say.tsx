import { Fragment } from 'react'

/** A sentence whose figures are links: "{products} còn hiệu lực của {producers}…". */
export function Say({
  pattern,
  parts,
  values,
}: {
  pattern: string
  parts: Readonly<Record<string, { text: string; href: string }>>
  values: Readonly<Record<string, string>>
}) {
  return (
    <p className="say">
      {pattern.split(/(\{\w+\})/).map((piece) => {
        const name = piece.slice(1, -1)
        const part = parts[name]
        return part === undefined ? (
          <Fragment key={piece}>{values[name] ?? piece}</Fragment>
        ) : (
          <a key={piece} href={part.href}>
            {part.text}
          </a>
        )
      })}
    </p>
  )
}
