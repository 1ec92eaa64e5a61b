// A filed snapshot as staff and council get it: without the head's sex, ethnicity and disability, which are read by their own call.
import type { Snapshot } from '#/programme/dossier/snapshot.ts'

export function withoutPrivate({ producerPrivate: _private, ...shown }: Snapshot): Omit<Snapshot, 'producerPrivate'> {
  return shown
}
