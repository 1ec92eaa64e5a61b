import { redirect } from 'react-router'
import { publicAction, publicLoader } from '../page.server.ts'

export const loader = publicLoader(async () => {
  throw redirect('/')
})

export const action = publicAction(async ({ auth, headers }) => {
  const signedOut = await auth.api.signOut({ headers, asResponse: true })
  // Also what was typed and could not be sent (enhance/plain/kept-drafts.ts): the next person may sit down at this computer.
  const answer = new Headers({ Location: '/', 'Clear-Site-Data': '"storage"' })
  for (const cookie of signedOut.headers.getSetCookie()) answer.append('Set-Cookie', cookie)
  throw new Response(null, { status: 303, headers: answer })
})
