// Reads the form of a return for supplement: one text per component and criterion, and a few general ones.
export function readAsked(form: FormData): { targetKind: string; target: string; ask: string }[] {
  return [...form].flatMap(([name, value]) => {
    const match = /^ask:(component|criterion|general):(.*)$/.exec(name)
    if (!match || typeof value !== 'string' || value.trim() === '') return []
    const [, targetKind = '', target = ''] = match
    return [{ targetKind, target: targetKind === 'general' ? '' : target, ask: value }]
  })
}
