// The demo province, made with the same verbs people use.
import type { Services } from '../context.ts'
import type { Auth } from '../people/auth.ts'

export async function loadDemo(_services: Services, _auth: Auth): Promise<void> {}
