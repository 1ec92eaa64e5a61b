import { Stars } from './star.tsx'

type Props = {
  name: string
  href: string
  stars: number
  was?: boolean
  producer: string
  place: string
  photo?: string
  alt?: string
  /** A quiet word about the entry itself, e.g. that it is sample data. */
  mark?: string
}

/** A product in the catalogue; the whole card is the link. Put cards in <ul className="cards">. */
export function ProductCard({ name, href, stars, was = false, producer, place, photo, alt = '', mark }: Props) {
  return (
    <li className="card">
      {photo === undefined ? (
        <div className="card-blank" aria-hidden="true" />
      ) : (
        <img className={was ? 'photo-ended' : undefined} src={photo} width={400} height={300} alt={alt} loading="lazy" />
      )}
      <div className="card-body">
        <h3>
          <a href={href}>{name}</a>
        </h3>
        <Stars count={stars} was={was} />
        <p>
          {producer}
          <br />
          {place}
        </p>
        {mark === undefined ? null : <p className="hint">{mark}</p>}
      </div>
    </li>
  )
}
