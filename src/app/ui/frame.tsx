// Head and foot of the site, the same on every page.
import { isAt, publicNav, type NavItem, type Visitor } from '../navigation.ts'
import { HUB } from '../programme/sections.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

type HeadProps = { items: readonly NavItem[]; visitor: Visitor | null; path: string }

export function SiteHead({ items, visitor, path, second }: HeadProps & { second: readonly NavItem[] }) {
  const language = useLanguage()
  return (
    <header className="site-head">
      <div className="wrap">
        <a className="brand" href="/">
          <Icon name="star" shape="star" />
          <span>
            <b>OCOP</b> {useDesk().short}
          </span>
        </a>
        <nav className="site-nav" aria-label={words.mainNav[language]}>
          <ul>
            {items
              .filter((item) => !item.inFoot)
              .map((item) => (
                <li key={item.href} className={item.onPhone ? undefined : 'wide'}>
                  <a href={item.href} aria-current={currentIn(item, path, second)}>
                    {item.icon ? <Icon name={item.icon} /> : null}
                    <span>{item.label}</span>
                  </a>
                </li>
              ))}
            {visitor === null || visitor.unseen === 0 ? null : (
              <li>
                <a href="/thong-bao" aria-current={isAt('/thong-bao', path) ? 'page' : undefined}>
                  <Icon name="chat" />
                  <span className="num">{visitor.unseen}</span>
                  <span className="vh"> {words.unreadNotices[language]}</span>
                </a>
              </li>
            )}
            {visitor === null ? null : (
              <li className="who">
                <a href="/tai-khoan" aria-current={isAt('/tai-khoan', path) ? 'page' : undefined}>
                  <Icon name="user" />
                  <Name of={visitor.name} />
                </a>
              </li>
            )}
            <li className="narrow">
              <a href="#muc-luc">
                <Icon name="menu" />
                <span className="vh">{words.menu[language]}</span>
              </a>
            </li>
          </ul>
        </nav>
      </div>
      {second.length === 0 ? null : (
        <nav className="second-row wrap" aria-label={words.sectionNav[language]}>
          <ul>
            {second.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={isAt(item.href, path) ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** The programme's entry stands for all the areas of its second row. */
function currentIn(item: NavItem, path: string, second: readonly NavItem[]): 'page' | 'true' | undefined {
  if (isAt(item.href, path, item.exact)) return 'page'
  return item.href === HUB && second.length > 0 ? 'true' : undefined
}

/** A Vietnamese name: on a phone only the given name, which comes last. */
function Name({ of }: { of: string }) {
  const cut = of.lastIndexOf(' ') + 1
  return (
    <span>
      {cut === 0 ? null : <span className="more">{of.slice(0, cut)}</span>}
      {of.slice(cut)}
    </span>
  )
}

export function SiteFoot({ items, visitor, otherLanguage }: HeadProps & { otherLanguage: { href: string; label: string; code: string } }) {
  const language = useLanguage()
  const inFoot = visitor === null ? items : [...items, ...publicNav(language)]
  return (
    <footer className="site-foot">
      <div className="wrap">
        <nav id="muc-luc" aria-label={words.menu[language]}>
          <ul>
            {inFoot.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {words.office[language]} {useDesk().full}
        </p>
        <ul>
          <li>
            <a href="/api/docs">{words.openData[language]}</a>
          </li>
          <li>
            <a href={otherLanguage.href} lang={otherLanguage.code} hrefLang={otherLanguage.code} rel="nofollow">
              {otherLanguage.label}
            </a>
          </li>
          {visitor === null ? null : (
            <li>
              <a href="/thong-bao">{words.notices[language]}</a>
            </li>
          )}
          {visitor === null ? null : (
            <li>
              <form method="post" action="/dang-xuat">
                <button className="link" type="submit">
                  {words.signOut[language]}
                </button>
              </form>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}
