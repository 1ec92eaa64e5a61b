import { Icon } from './icon.tsx'
import { useLanguage, type Language } from './language.ts'
import { words } from './ui.messages.ts'

/** "4 sao"; the words always stand beside the drawing. */
export function starWords(count: number, language: Language): string {
  return language === 'en' && count === 1 ? '1 star' : `${count} ${words.stars[language]}`
}

type Props = {
  /** 0 to 5. */
  count: number
  size?: 'm' | 'l'
  /** The certificate has ended: hollow stars, "Từng đạt 4 sao". */
  was?: boolean
}

/** Five stars with their number in words; hollow ones complete the five. */
export function Stars({ count, size = 'm', was = false }: Props) {
  const language = useLanguage()
  const drawn = was ? count : 5
  return (
    <span className={['stars', size === 'l' ? 'stars-l' : '', was ? 'stars-was' : ''].filter(Boolean).join(' ')}>
      {Array.from({ length: drawn }, (_, index) => (
        <Icon key={index} name="star" shape={index < count ? 'star' : 'star star-off'} />
      ))}
      <b>{was ? `${words.wasStars[language]} ${starWords(count, language)}` : starWords(count, language)}</b>
    </span>
  )
}

/** One star as a mark beside words. */
export function Star() {
  return <Icon name="star" shape="star" />
}

/** "Mức tối thiểu cho 4 sao": the least option a star asks of a criterion. One mark may serve several stars. */
export function GateMark({ stars }: { stars: readonly number[] }) {
  const language = useLanguage()
  return (
    <span className="gate">
      <Star />
      {gateWords(stars, language)}
    </span>
  )
}

export function gateWords(stars: readonly number[], language: Language): string {
  return `${words.gateFor[language]} ${stars.join(', ')} ${words.stars[language]}`
}
