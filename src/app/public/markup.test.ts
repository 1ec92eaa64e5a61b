import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markup, trusted } from './markup.ts'

describe('markup', () => {
  it('takes everything put into it as text, in words, attributes and lists', () => {
    const bad = `<script>"x"</script> & 'y'`
    const good = '&lt;script&gt;&quot;x&quot;&lt;/script&gt; &amp; &#39;y&#39;'
    expect(String(markup`<p title="${bad}">${bad}</p>`)).toBe(`<p title="${good}">${good}</p>`)
    expect(String(markup`<ul>${[bad, markup`<li>${bad}</li>`]}</ul>`)).toBe(`<ul>${good}<li>${good}</li></ul>`)
  })

  it('lets no text open a tag or close an attribute, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = String(markup`${text}`).replace(/&(?:amp|lt|gt|quot|#39);/g, '')
        return !/[<>"'&]/.test(written)
      }),
    )
  })

  it('puts numbers and other markup in as they are, and drops the indent of the source', () => {
    expect(
      String(markup`<dl>
        <dt>${3}</dt>
        ${trusted('<dd>x</dd>')}
      </dl>`),
    ).toBe('<dl>\n<dt>3</dt>\n<dd>x</dd>\n</dl>')
    expect(String(markup`<b>${'a  \n  b'}</b>`)).toBe('<b>a  \n  b</b>')
  })
})
