import { redirect } from 'react-router'
import { certificateByCode, codesOfProductCode } from '#/programme/certificate/certificate.public.store.ts'
import { readProductCode } from '#/programme/certificate/product-code.ts'
import { printedVerifyCode, readVerifyCode } from '#/programme/certificate/verify-code.ts'
import { publicLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import type { Route } from './+types/check'
import { fillIn, publicWords as words } from './public.messages.ts'

/** A code that exists leads to its page; a product code with several certificates shows them all. */
export const loader = publicLoader(async ({ db, url }) => {
  const typed = (url.searchParams.get('ma') ?? '').replaceAll('\0', '').trim().slice(0, 200)
  const code = readVerifyCode(typed)
  if (code !== null && (await certificateByCode(db, code))) throw redirect(`/c/${code}`)
  const productCode = readProductCode(typed)
  const codes = productCode === null ? [] : await codesOfProductCode(db, productCode)
  if (codes.length === 1 && codes[0] !== undefined) throw redirect(`/c/${codes[0]}`)
  return { typed: typed.slice(0, 60), codes }
})

export default function Check({ loaderData: { typed, codes } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.checkTitle[language]} lead={words.checkLead[language]} layout="measure">
      <form action="/kiem-tra" method="get" className="stack">
        <SearchBox name="ma" label={words.checkLabel[language]} hint={words.checkHint[language]} defaultValue={typed} />
      </form>
      {typed === '' || codes.length > 0 ? null : (
        <div className="mt">
          <Notice kind="warn" announce title={fillIn(words.checkNone[language], { code: typed })}>
            <p>{words.checkNoneNext[language]}</p>
          </Notice>
        </div>
      )}
      {codes.length === 0 ? null : (
        <section className="mt">
          <h2>{fillIn(words.checkSeveral[language], { n: codes.length })}</h2>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                <a className="tap code" href={`/c/${code}`}>
                  {printedVerifyCode(code)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
